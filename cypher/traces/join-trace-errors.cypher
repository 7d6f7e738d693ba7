// Links attempts to the errors that they raised.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (t:Trace {id: row.trace})
MERGE (e:ErrorSignature {id: row.id})
ON CREATE SET e.type = row.type, e.title = row.normalForm, e.text = row.example, e.kind = 'error', e.space = row.space
MERGE (t)-[:RAISED]->(e)
