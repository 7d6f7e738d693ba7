// Writes attempts at problems. What the memory learned about a trace that is corrected stays: what came of showing it. To curation, and to who writes lessons, it is news
// where something changed that those rest on, or where a run had shown how it ended: what a run showed is gone with the correction.
// Called under the lock of each trace: MERGE of its edge to the space would lock that until the transaction ends.
// @write
// @param rows: map[]
// @param space: string
MERGE (s:Space {id: $space})
WITH s
UNWIND $rows AS row
MATCH (p:Problem {id: row.problem})
MERGE (t:Trace {id: row.id})
ON CREATE SET t.createdAt = datetime()
WITH p, s, t, row, CASE WHEN t.grounds = row.grounds AND t.observed IS NULL THEN t {.curation, .lessonBy} ELSE {} END AS kept
SET t += row, t.curation = kept.curation, t.lessonBy = kept.lessonBy, t.steps = toInteger(row.steps), t.states = toInteger(row.states), t.redactions = toInteger(row.redactions)
MERGE (t)-[:ATTEMPTS]->(p)
FOREACH (new IN CASE WHEN EXISTS { (t)-[:IN]->(s) } THEN [] ELSE [1] END | CREATE (t)-[:IN]->(s))
