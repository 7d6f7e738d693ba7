// Writes the steps of traces that are new: from state to state, going back being a cycle.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (a:State {id: row.from})
MATCH (b:State {id: row.to})
CREATE (a)-[:STEP {trace: row.trace, ordinal: toInteger(row.ordinal), instruction: row.instruction, role: row.role, value: row.value, space: row.space}]->(b)
FOREACH (known IN CASE WHEN row.known AND coalesce(a.kind, '') <> 'source' THEN [1] ELSE [] END | SET a.kind = 'source')
