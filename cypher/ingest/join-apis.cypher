// Says which section documents which API.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (d:Doc {id: row.doc})
MATCH (a:Api {id: row.api})
MERGE (d)-[:DOCUMENTS]->(a)
