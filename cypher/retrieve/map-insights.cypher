// The newest insights in force in these spaces, with the libraries that they are about or backed by and the problems that they were drawn from.
// @read
// @param spaces: string[]
// @param limit: int
// @row id: string
// @row uses: float
// @row libraries: string[]
// @row problems: string[]
UNWIND $spaces AS space
WITH DISTINCT space
CALL (space) {
  MATCH (i:Insight)
  WHERE i.space = space AND i.createdAt <= datetime('9999-12-31T23:59:59Z') AND i.kind = 'reviewed'
  RETURN i ORDER BY i.space DESC, i.createdAt DESC LIMIT $limit
}
WITH i ORDER BY i.createdAt DESC, i.id LIMIT $limit
RETURN i.id AS id, toFloat(coalesce(i.evidenceUses, 0)) AS uses,
  COLLECT { MATCH (i)-[:ABOUT|BACKED_BY]->(n:Api|Doc) WHERE n.space IN $spaces AND n.library IS NOT NULL RETURN DISTINCT n.library AS library ORDER BY library LIMIT 6 } AS libraries,
  COLLECT { MATCH (i)-[:DERIVED_FROM]->(:Lesson|Trace)-[:LEARNED_IN*0..1]->(t:Trace)-[:ATTEMPTS]->(p:Problem) WHERE t.space IN $spaces AND p.space IN $spaces RETURN DISTINCT p.id AS problem ORDER BY problem LIMIT 6 } AS problems
