// What the memory lacks and is still open, most asked for first. Those who ask without a name count as one.
// @read
// @param spaces: string[]
// @param asks: int?
// @param before: string?
// @param after: string
// @param limit: int
// @row id: string
// @row text: string
// @row state: string
// @row tainted: boolean
// @row asks: int
// @row askers: int
// @row firstAskedAt: string
// @row lastAskedAt: string
// @row takenBy: string?
MATCH (k:KnowledgeRequest)
USING INDEX k:KnowledgeRequest(space, state)
WHERE k.state = 'open' AND k.space IN $spaces AND ($asks IS NULL OR k.asks < $asks OR (k.asks = $asks AND (k.lastAskedAt < datetime($before)
  OR (k.lastAskedAt = datetime($before) AND k.id > $after))))
WITH k ORDER BY k.asks DESC, k.lastAskedAt DESC, k.id LIMIT $limit
CALL (k) {
  MATCH (asker:Recommendation|Feedback)-[:ASKS_FOR]->(k)
  RETURN count(DISTINCT coalesce(asker.by, '')) AS askers
}
RETURN k.id AS id, k.text AS text, k.state AS state, k.tainted AS tainted, k.asks AS asks, askers,
  toString(k.createdAt) AS firstAskedAt, toString(k.lastAskedAt) AS lastAskedAt, k.takenBy AS takenBy
ORDER BY k.asks DESC, k.lastAskedAt DESC, k.id
