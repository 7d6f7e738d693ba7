// Writes what was said of a recommendation, and which of the nodes that it cites were used.
// @write
// @param recommendation: string
// @param feedback: map
// @param used: string[]
// @param space: string
// @param now: int
MATCH (r:Recommendation {id: $recommendation})
MERGE (s:Space {id: $space})
CREATE (f:Feedback {id: $feedback.id})
SET f += $feedback
SET f.space = $space, f.createdAt = datetime({epochMillis: $now}),
  f.testsPassed = toInteger($feedback.testsPassed), f.testsFailed = toInteger($feedback.testsFailed)
CREATE (f)-[:ON]->(r)
CREATE (:StaleHour {id: randomUUID(), space: r.space, at: datetime.truncate('hour', coalesce(r.createdAt, datetime()))})
CREATE (f)-[:IN]->(s)
WITH r, f
UNWIND $used AS id
MATCH (r)-[:CITES]->(n)
WHERE n.id = id
WITH DISTINCT f, n
CREATE (f)-[:USED]->(n)
