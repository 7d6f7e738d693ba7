// Insights in force that no answer ever cited, and those that another in force contradicts.
// @read
// @param space: string
// @param examples: int
// @row what: string
// @row count: int
// @row examples: map[]
CALL () {
  MATCH (n:Insight)
  WHERE n.kind = 'reviewed' AND n.space = $space AND NOT EXISTS { (n)<-[:CITES]-() } AND NOT EXISTS { (n)<-[:FOLLOWED]-() }
  RETURN 'never-used' AS what, n, n.title AS title
  UNION ALL
  MATCH (n:Insight)-[:CONTRADICTS]-(other:Insight)
  WHERE n.kind = 'reviewed' AND n.space = $space AND other.kind = 'reviewed'
  WITH n, min(other.title) AS against
  RETURN 'contradicted' AS what, n, n.title + ' – against: ' + against AS title
}
WITH what, n, title ORDER BY what, n.id
WITH what, count(n) AS count, collect({id: n.id, title: title})[..$examples] AS examples
RETURN what, count, examples
ORDER BY what
