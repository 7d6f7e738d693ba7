// Nodes without an edge that every one of their kind should have, how many there are and the first of them.
// @read
// @param space: string
// @param examples: int
// @row what: string
// @row count: int
// @row examples: map[]
CALL () {
  MATCH (n:Doc) WHERE n.space = $space AND NOT EXISTS { (n)-[:PART_OF]->() }
  RETURN 'Doc without PART_OF' AS what, n
  UNION ALL
  MATCH (n:Api) WHERE n.space = $space AND NOT coalesce(n.provisional, false) AND NOT EXISTS { (n)-[:MEMBER_OF]->() }
  RETURN 'Api without MEMBER_OF' AS what, n
  UNION ALL
  MATCH (n:Trace) WHERE n.space = $space AND NOT EXISTS { (n)-[:ATTEMPTS]->() }
  RETURN 'Trace without ATTEMPTS' AS what, n
  UNION ALL
  MATCH (n:Lesson) WHERE n.space = $space AND n.retired IS NULL AND NOT EXISTS { (n)-[:LEARNED_IN]->() }
  RETURN 'Lesson without LEARNED_IN' AS what, n
  UNION ALL
  MATCH (n:Insight) WHERE n.space = $space AND n.kind = 'reviewed' AND NOT coalesce(n.note, false) AND NOT EXISTS { (n)-[:BACKED_BY]->(:Doc) }
  RETURN 'Insight in force without BACKED_BY' AS what, n
  UNION ALL
  MATCH (n:Insight) WHERE n.space = $space AND n.kind = 'candidate' AND NOT EXISTS { (n)-[:DERIVED_FROM]->() }
  RETURN 'Candidate without DERIVED_FROM' AS what, n
  UNION ALL
  MATCH (n:Feedback) WHERE n.space = $space AND NOT EXISTS { (n)-[:ON]->() }
  RETURN 'Feedback without ON' AS what, n
}
WITH what, n ORDER BY what, n.id
WITH what, count(n) AS count, collect({id: n.id, title: coalesce(n.title, n.id)})[..$examples] AS examples
RETURN what, count, examples
ORDER BY what
