// Writes sections of documentation; the key comes first, then all that is known of it.
// @write
// @param rows: map[]
UNWIND $rows AS row
MERGE (d:Doc {id: row.id})
SET d += row
