// Notes what the memory lacks. A need that is known by its words, or an open one of the same meaning, is asked for once more; an answered one opens again.
// @write
// @param asker: string
// @param need: map
// @param space: string
// @param now: int
// @param nearest: float
// @param most: int
// @row id: string
MERGE (m:Meta {id: 'gaps:' + $space})
SET m.lock = true
MERGE (s:Space {id: $space})
WITH s
OPTIONAL MATCH (same:KnowledgeRequest {id: $need.id})
CALL (same) {
  WITH same
  WHERE same IS NULL
  MATCH (k:KnowledgeRequest {state: 'open'})
  WHERE k.space = $space AND k.embeddedBy = $need.embeddedBy
  WITH k ORDER BY k.lastAskedAt DESC, k.id LIMIT $most
  WITH k, vector.similarity.cosine(k.embedding, $need.embedding) AS score
  WHERE score >= $nearest
  WITH k, score ORDER BY score DESC, k.id LIMIT 1
  RETURN head(collect(k.id)) AS near
}
WITH s, coalesce(same.id, near, $need.id) AS id
MERGE (k:KnowledgeRequest {id: id})
ON CREATE SET k += $need, k.id = id, k.space = $space, k.state = 'open', k.asks = 0, k.createdAt = datetime({epochMillis: $now})
MERGE (k)-[:IN]->(s)
WITH k
MATCH (asker:Recommendation|Feedback {id: $asker})
MERGE (asker)-[:ASKS_FOR]->(k)
ON CREATE SET k.asks = k.asks + 1
SET k.lastAskedAt = datetime({epochMillis: $now}), k.state = CASE k.state WHEN 'answered' THEN 'open' ELSE k.state END
RETURN k.id AS id
