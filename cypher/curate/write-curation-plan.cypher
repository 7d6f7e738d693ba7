// Writes down which clusters a run has found, so that it can go on after a kill.
// @write
// @param rows: map[]
UNWIND $rows AS row
MERGE (m:Meta {id: row.id})
SET m = row
