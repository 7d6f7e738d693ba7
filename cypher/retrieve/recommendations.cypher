// Answers of these spaces after a place in their order, the newest first, with how the last feedback says that it ended.
// @read
// @param spaces: string[]
// @param before: string?
// @param after: string
// @param limit: int
// @row id: string
// @row question: string
// @row cites: int
// @row outcome: string?
// @row space: string
// @row createdAt: string
MATCH (r:Recommendation)
WHERE r.space IN $spaces AND ($before IS NULL OR r.createdAt < datetime($before) OR (r.createdAt = datetime($before) AND r.id > $after))
WITH r ORDER BY r.createdAt DESC, r.id LIMIT $limit
CALL (r) {
  OPTIONAL MATCH (f:Feedback)-[:ON]->(r)
  WITH f ORDER BY f.createdAt DESC, f.id LIMIT 1
  RETURN f.outcome AS outcome
}
RETURN r.id AS id, left(coalesce(r.question, ''), 2000) AS question, COUNT { (r)-[:CITES]->() } AS cites, outcome, r.space AS space, toString(r.createdAt) AS createdAt
ORDER BY r.createdAt DESC, id
