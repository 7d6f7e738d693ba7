// Insights in force that no answer of these spaces cited, those that another in force in them contradicts, and those that Cairn took out of force because answers did worse with them.
// @read
// @param space: string
// @param spaces: string[]
// @param examples: int
// @row what: string
// @row count: int
// @row examples: map[]
CALL () {
  MATCH (n:Insight)
  WHERE n.kind = 'reviewed' AND n.space = $space AND NOT EXISTS { MATCH (n)<-[:CITES]-(r:Recommendation) WHERE r.space IN $spaces }
    AND NOT EXISTS { MATCH (n)<-[:FOLLOWED]-(t:Trace) WHERE t.space IN $spaces }
  RETURN 'never-used' AS what, n, n.title AS title
  UNION ALL
  MATCH (n:Insight)-[:CONTRADICTS]-(other:Insight)
  WHERE n.kind = 'reviewed' AND n.space = $space AND other.kind = 'reviewed' AND other.space IN $spaces
  WITH n, min(other.title) AS against
  RETURN 'contradicted' AS what, n, n.title + ' – against: ' + against AS title
  UNION ALL
  MATCH (n:Insight {state: 'in-review'})
  WHERE n.kind = 'candidate' AND n.space = $space AND 'measured-harm' IN coalesce(n.flags, [])
  CALL (n) {
    MATCH (n)<-[:DECIDED]-(s:Review {kind: 'suspend'})
    RETURN s.reason AS reason ORDER BY s.ordinal DESC LIMIT 1
  }
  RETURN 'suspended' AS what, n, n.title + ' – ' + reason AS title
}
WITH what, n, title ORDER BY what, n.id
WITH what, count(n) AS count, collect({id: n.id, title: title})[..$examples] AS examples
RETURN what, count, examples
ORDER BY what
