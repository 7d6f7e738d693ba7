// The last attempts of these spaces, each with its problem and the libraries whose APIs it used.
// @read
// @param spaces: string[]
// @param limit: int
// @row problem: string
// @row outcome: string
// @row libraries: string[]
UNWIND $spaces AS space
WITH DISTINCT space
// Space by space the index has them in this order: what came before is not read.
CALL (space) {
  MATCH (t:Trace)
  WHERE t.space = space AND t.createdAt <= datetime('9999-12-31T23:59:59Z')
  RETURN t ORDER BY t.space DESC, t.createdAt DESC LIMIT $limit
}
WITH t ORDER BY t.createdAt DESC, t.id LIMIT $limit
MATCH (t)-[:ATTEMPTS]->(p:Problem)
WHERE p.space IN $spaces
RETURN p.id AS problem, coalesce(t.outcome, 'unknown') AS outcome,
  COLLECT { MATCH (t)-[:USES]->(a:Api) WHERE a.space IN $spaces AND a.library IS NOT NULL RETURN DISTINCT a.library AS library ORDER BY library } AS libraries
