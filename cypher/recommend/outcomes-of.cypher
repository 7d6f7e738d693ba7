// How attempts that used each of these APIs ended, and by how many agents; counted up to a limit.
// @read
// @param apis: string[]
// @param spaces: string[]
// @param most: int
// @row api: string
// @row passed: int
// @row attempts: int
// @row agents: int
MATCH (a:Api)
WHERE a.id IN $apis
CALL (a) {
  MATCH (a)<-[:USES]-(t:Trace)
  WHERE t.space IN $spaces AND t.outcome IN ['passed', 'failed'] AND NOT coalesce(t.tainted, false)
  WITH t ORDER BY t.id LIMIT $most
  RETURN count(CASE t.outcome WHEN 'passed' THEN 1 END) AS passed, count(t) AS attempts, count(DISTINCT coalesce(t.principal, t.agent)) AS agents
}
WITH a, passed, attempts, agents WHERE attempts > 0
RETURN a.id AS api, passed, attempts, agents
ORDER BY api
