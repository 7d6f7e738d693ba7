// How many problems of a space an attempt passed by another's judgement, counted up to a limit.
// @read
// @param space: string
// @param most: int
// @row problems: int
MATCH (p:Problem)
WHERE p.space = $space AND NOT coalesce(p.tainted, false) AND EXISTS {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace)-[:USES]->(:Api)
  WHERE t.outcome = 'passed' AND t.judgedBy <> 'agent' AND NOT coalesce(t.tainted, false)
}
WITH p LIMIT $most
RETURN count(p) AS problems
