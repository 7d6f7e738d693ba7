// Removes edges between APIs that the documentation no longer gives.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (a:Api {id: row.from})-[r:SEE_ALSO|ALIAS_OF|REPLACED_BY]->(b:Api {id: row.to})
WHERE type(r) = row.type
DELETE r
