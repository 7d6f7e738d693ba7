// Writes APIs. Where several sections document one, the best claim (smallest text) tells of it.
// @write
// @param rows: map[]
UNWIND $rows AS row
MERGE (a:Api {id: row.id})
WITH a, row
WHERE a.claim IS NULL OR row.claim <= a.claim
SET a += row
