// Writes attempts at problems. What the memory learned about a trace that is corrected stays: what came of showing it. To curation it is news.
// @write
// @param rows: map[]
// @param space: string
MERGE (s:Space {id: $space})
WITH s
UNWIND $rows AS row
MATCH (p:Problem {id: row.problem})
MERGE (t:Trace {id: row.id})
ON CREATE SET t.createdAt = datetime()
SET t += row, t.steps = toInteger(row.steps), t.states = toInteger(row.states), t.redactions = toInteger(row.redactions)
MERGE (t)-[:ATTEMPTS]->(p)
MERGE (t)-[:IN]->(s)
