// Counts gaps without the answers and the feedback that asked for them; one that nobody else asked for goes.
// @write
// @param ids: string[]
// @row removed: int
MATCH (asker:Recommendation|Feedback)-[r:ASKS_FOR]->(k:KnowledgeRequest)
WHERE asker.id IN $ids
WITH k, collect(r) AS asked
SET k.asks = CASE WHEN coalesce(k.asks, 0) > size(asked) THEN k.asks - size(asked) ELSE 0 END
FOREACH (r IN asked | DELETE r)
WITH DISTINCT k
WHERE NOT EXISTS { (k)<-[:ASKS_FOR]-() }
CREATE (:StaleHour {id: randomUUID(), space: k.space, at: datetime.truncate('hour', coalesce(k.createdAt, datetime()))})
DETACH DELETE k
RETURN count(*) AS removed
