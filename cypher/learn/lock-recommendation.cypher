// Lets one feedback at a time on a recommendation, and says what it cites and whether the same was said before. A known key or the same content of the same sender is one feedback.
// @write
// @param id: string
// @param spaces: string[]
// @param feedback: string
// @param content: string
// @row libraries: string[]
// @row cited: map[]
// @row known: string?
MATCH (r:Recommendation {id: $id})
WHERE r.space IN $spaces
SET r.lock = true
REMOVE r.lock
WITH r
CALL (r) {
  MATCH (r)-[c:CITES]->(n)
  WITH n, collect(c.rank) AS numbers
  ORDER BY n.id
  RETURN collect({id: n.id, numbers: numbers, library: n.library, versions: n.versions}) AS cited
}
CALL (r) {
  MATCH (f:Feedback)-[:ON]->(r)
  WHERE f.id = $feedback OR f.content = $content
  RETURN min(f.id) AS known
}
RETURN coalesce(r.libraries, []) AS libraries, cited, known
