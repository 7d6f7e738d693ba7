// Hangs sections under their section or page.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (d:Doc {id: row.id})
MATCH (parent:Doc {id: row.parent})
MERGE (d)-[:PART_OF]->(parent)
