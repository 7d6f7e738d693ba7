// Writes attempts at problems.
// @write
// @param rows: map[]
// @param space: string
MERGE (s:Space {id: $space})
WITH s
UNWIND $rows AS row
MATCH (p:Problem {id: row.problem})
MERGE (t:Trace {id: row.id})
ON CREATE SET t += row, t.createdAt = datetime()
MERGE (t)-[:ATTEMPTS]->(p)
MERGE (t)-[:IN]->(s)
