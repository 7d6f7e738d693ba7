// A gap with who asked for it, the latest first: answers that found nothing, and feedback that says what would have helped.
// @read
// @param id: string
// @param spaces: string[]
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
// @row takenAt: string?
// @row asked: map[]
MATCH (k:KnowledgeRequest {id: $id})
WHERE k.space IN $spaces
CALL (k) {
  MATCH (asker:Recommendation|Feedback)-[:ASKS_FOR]->(k)
  RETURN count(DISTINCT coalesce(asker.by, '')) AS askers
}
CALL (k) {
  MATCH (asker:Recommendation|Feedback)-[:ASKS_FOR]->(k)
  OPTIONAL MATCH (asker)-[:ON]->(on:Recommendation)
  WITH asker, coalesce(on, asker) AS answer
  WHERE answer.space IN $spaces
  WITH asker, answer ORDER BY asker.createdAt DESC, asker.id LIMIT $limit
  RETURN collect({id: asker.id, hindsight: asker:Feedback, by: asker.by, at: toString(asker.createdAt), question: coalesce(answer.question, ''), note: asker.note, answer: answer.id}) AS asked
}
RETURN k.id AS id, k.text AS text, k.state AS state, k.tainted AS tainted, k.asks AS asks, askers,
  toString(k.createdAt) AS firstAskedAt, toString(k.lastAskedAt) AS lastAskedAt, k.takenBy AS takenBy, toString(k.takenAt) AS takenAt, asked
