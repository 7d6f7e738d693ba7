// Hangs APIs under the API or library that they belong to, and nowhere else.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (a:Api {id: row.id})
OPTIONAL MATCH (a)-[old:MEMBER_OF]->()
DELETE old
WITH DISTINCT a, row
MATCH (parent:Library|Api {id: row.parent})
MERGE (a)-[:MEMBER_OF]->(parent)
