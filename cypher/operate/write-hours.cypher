// Writes hours of a space as they were made; those within these times of which nothing is left go.
// @write
// @param space: string
// @param windows: map[]
// @param rows: map[]
CALL () {
  UNWIND $windows AS w
  MATCH (h:Hour)
  WHERE h.space = $space AND h.at >= datetime({epochMillis: toInteger(w.from)}) AND h.at < datetime({epochMillis: toInteger(w.to)})
    AND NOT h.id IN [row IN $rows | row.id]
  DELETE h
}
UNWIND $rows AS row
MERGE (h:Hour {id: row.id})
SET h.space = $space, h.at = datetime({epochMillis: toInteger(row.at)}), h.asked = toInteger(row.asked), h.answered = toInteger(row.answered),
  h.helped = toInteger(row.helped), h.unhelped = toInteger(row.unhelped), h.attempts = toInteger(row.attempts), h.problems = toInteger(row.problems),
  h.notes = toInteger(row.notes), h.insights = toInteger(row.insights), h.gaps = toInteger(row.gaps), h.came = row.came, h.lots = row.lots
