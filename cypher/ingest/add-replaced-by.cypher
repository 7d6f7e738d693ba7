// Adds REPLACED_BY edges between APIs.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (a:Api {id: row.from})
MATCH (b:Api {id: row.to})
MERGE (a)-[:REPLACED_BY]->(b)
