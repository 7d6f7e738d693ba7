// Links attempts to the errors that they raised. The example kept is the first in the alphabet, whatever comes first.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (t:Trace {id: row.trace})
MERGE (e:ErrorSignature {id: row.id})
ON CREATE SET e.type = row.type, e.title = row.title, e.text = row.example, e.kind = 'error', e.space = row.space, e.vague = row.vague
FOREACH (told IN CASE WHEN row.example < e.text THEN [1] ELSE [] END | SET e.text = row.example)
FOREACH (told IN CASE WHEN e.vague = row.vague THEN [] ELSE [1] END | SET e.vague = row.vague)
FOREACH (new IN CASE WHEN EXISTS { (t)-[:RAISED]->(e) } THEN [] ELSE [1] END | CREATE (t)-[:RAISED]->(e))
WITH t, e, row
MATCH (t)-[r:RAISED]->(e)
SET r.example = row.example, r.last = row.last
