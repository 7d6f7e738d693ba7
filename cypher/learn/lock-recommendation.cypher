// Lets one feedback at a time on a recommendation, and says what it cites, whether the same was said before, and what the same sender said of it until now. A known key, also one that was replaced since, or the same content of the same sender is one feedback.
// @write
// @param id: string
// @param spaces: string[]
// @param feedback: string
// @param content: string
// @param by: string
// @param principal: string?
// @row libraries: string[]
// @row cited: map[]
// @row known: string?
// @row earlier: map[]
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
  WHERE f.id = $feedback OR f.content = $content OR $feedback IN coalesce(f.replaced, [])
  RETURN min(f.id) AS known
}
CALL (r) {
  MATCH (f:Feedback)-[:ON]->(r)
  WHERE f.principal = $principal OR (f.by = $by AND (f.principal IS NULL OR $principal IS NULL))
  WITH f ORDER BY f.id
  RETURN collect({id: f.id, at: f.createdAt.epochMillis, outcome: f.outcome, helpfulness: f.helpfulness, advice: f.advice, keyed: coalesce(f.keyed, false),
    replaced: coalesce(f.replaced, []), misled: coalesce(f.misled, []), used: COLLECT { MATCH (f)-[:USED]->(n) RETURN n.id ORDER BY n.id }}) AS earlier
}
RETURN coalesce(r.libraries, []) AS libraries, cited, known, earlier
