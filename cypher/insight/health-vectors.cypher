// Nodes that should be found by meaning and have no vector, by label; a problem that nobody attempted needs none.
// @read
// @param space: string
// @param examples: int
// @row what: string
// @row count: int
// @row examples: map[]
CALL () {
  MATCH (n:Doc|Api|Trace|Lesson|Insight)
  WHERE n.embedding IS NULL AND n.space = $space AND NOT coalesce(n.provisional, false)
  RETURN n
  UNION ALL
  MATCH (n:Problem)
  WHERE n.embedding IS NULL AND n.space = $space AND EXISTS { (n)<-[:ATTEMPTS]-(:Trace) }
  RETURN n
}
WITH labels(n)[0] AS what, n ORDER BY what, n.id
WITH what, count(n) AS count, collect({id: n.id, title: coalesce(n.title, n.id)})[..$examples] AS examples
RETURN what, count, examples
ORDER BY what
