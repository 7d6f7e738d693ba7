// Says of problems whether their attempts stand alone and are to be looked at again with the next that come.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (p:Problem {id: row.id})
SET p.awaits = CASE WHEN row.alone THEN true ELSE null END
