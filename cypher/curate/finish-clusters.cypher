// Says what became of clusters.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (m:Meta {id: row.id})
SET m.outcome = row.outcome
