// Links attempts to the APIs that they used, with how sure that is and the names that the code gave them.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (t:Trace {id: row.trace})
MATCH (a:Api {id: row.api})
FOREACH (new IN CASE WHEN EXISTS { (t)-[:USES]->(a) } THEN [] ELSE [1] END | CREATE (t)-[:USES]->(a))
WITH t, a, row
MATCH (t)-[u:USES]->(a)
SET u.weight = row.weight, u.names = row.names
