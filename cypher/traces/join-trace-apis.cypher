// Links attempts to the APIs that they used, by qualified name.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (t:Trace {id: row.trace})
MATCH (a:Api {qualifiedName: row.name})
MERGE (t)-[:USES]->(a)
