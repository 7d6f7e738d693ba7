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
WITH coalesce(datetime($before), datetime('9999-12-31T23:59:59Z')) AS last
UNWIND $spaces AS space
WITH DISTINCT space, last
// Space by space the index has them in this order: what is not shown is not read.
CALL (space, last) {
  MATCH (r:Recommendation)
  WHERE r.space = space AND r.createdAt <= last AND CASE WHEN r.createdAt = last THEN r.id > $after ELSE true END
  RETURN r ORDER BY r.space DESC, r.createdAt DESC, r.id LIMIT $limit
}
WITH r ORDER BY r.createdAt DESC, r.id LIMIT $limit
CALL (r) {
  OPTIONAL MATCH (f:Feedback)-[:ON]->(r)
  WITH f ORDER BY f.createdAt DESC, f.id LIMIT 1
  RETURN f.outcome AS outcome
}
RETURN r.id AS id, left(coalesce(r.question, ''), 2000) AS question, COUNT { (r)-[:CITES]->() } AS cites, outcome, r.space AS space, toString(r.createdAt) AS createdAt
ORDER BY r.createdAt DESC, id
