// What was said of a recommendation, latest first: one row without an id where nothing was.
// @read
// @param id: string
// @param spaces: string[]
// @param limit: int
// @row id: string?
// @row from: string?
// @row by: string?
// @row helpfulness: string?
// @row outcome: string?
// @row testsPassed: int?
// @row testsFailed: int?
// @row used: string[]
// @row note: string?
// @row needed: string?
// @row createdAt: string?
MATCH (r:Recommendation {id: $id})
WHERE r.space IN $spaces
OPTIONAL MATCH (f:Feedback)-[:ON]->(r)
WITH f ORDER BY f.createdAt DESC, f.id LIMIT $limit
OPTIONAL MATCH (f)-[:USED]->(n)
WITH f, n ORDER BY n.id
WITH f, collect(n.id) AS used
RETURN f.id AS id, f.from AS from, f.by AS by, f.helpfulness AS helpfulness, f.outcome AS outcome, f.testsPassed AS testsPassed,
  f.testsFailed AS testsFailed, used, f.note AS note, f.needed AS needed, toString(f.createdAt) AS createdAt
ORDER BY f.createdAt DESC, f.id
