// Remembers how notes stood when they were looked at.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (l:Lesson {id: row.id})
SET l.proposed = row.standing
