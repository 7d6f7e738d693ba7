// Gives notes their vectors.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (l:Lesson {id: row.id})
SET l.embedding = row.embedding
