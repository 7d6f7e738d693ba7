// Writes problems; one that is there already keeps its title.
// @write
// @param rows: map[]
// @param space: string
MERGE (s:Space {id: $space})
WITH s
UNWIND $rows AS row
MERGE (p:Problem {id: row.id})
ON CREATE SET p += row, p.createdAt = datetime()
MERGE (p)-[:IN]->(s)
WITH p, row
UNWIND row.libraries AS key
MATCH (l:Library {id: 'library:' + key})
MERGE (p)-[:ABOUT]->(l)
