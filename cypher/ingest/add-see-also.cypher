// Adds SEE_ALSO edges between APIs.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (a:Api {id: row.from})
MATCH (b:Api {id: row.to})
MERGE (a)-[:SEE_ALSO]->(b)
