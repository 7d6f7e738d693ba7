// Closes a need, and says how it stands.
// @write
// @param id: string
// @param state: string
// @param spaces: string[]
// @param now: int
// @row id: string
// @row text: string
// @row state: string
// @row tainted: boolean
// @row asks: int
// @row askers: int
// @row firstAskedAt: string
// @row lastAskedAt: string
// @row takenBy: string?
MATCH (k:KnowledgeRequest {id: $id})
WHERE k.space IN $spaces
SET k.state = $state, k.closedAt = datetime({epochMillis: $now})
WITH k
CALL (k) {
  MATCH (asker:Recommendation|Feedback)-[:ASKS_FOR]->(k)
  RETURN count(DISTINCT coalesce(asker.by, '')) AS askers
}
RETURN k.id AS id, k.text AS text, k.state AS state, k.tainted AS tainted, k.asks AS asks, askers,
  toString(k.createdAt) AS firstAskedAt, toString(k.lastAskedAt) AS lastAskedAt, k.takenBy AS takenBy
