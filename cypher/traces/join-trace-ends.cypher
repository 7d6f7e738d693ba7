// Links traces to the states that they began and ended at.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (t:Trace {id: row.trace})
MATCH (a:State {id: row.start})
MATCH (b:State {id: row.end})
FOREACH (new IN CASE WHEN EXISTS { (t)-[:STARTS_AT]->(a) } THEN [] ELSE [1] END | CREATE (t)-[:STARTS_AT]->(a))
FOREACH (new IN CASE WHEN EXISTS { (t)-[:ENDS_AT]->(b) } THEN [] ELSE [1] END | CREATE (t)-[:ENDS_AT]->(b))
