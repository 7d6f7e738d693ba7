// What resolved errors: who raised them, and the attempts that got rid of them, best known first.
// @read
// @param ids: string[]
// @param spaces: string[]
// @param limit: int
// @row id: string
// @row type: string
// @row normalForm: string
// @row raised: int
// @row resolved: int
// @row agents: int
// @row problems: int
// @row attempts: map[]
// @row apis: map[]
MATCH (e:ErrorSignature)
WHERE e.id IN $ids AND e.space IN $spaces
CALL (e) {
  MATCH (e)<-[:RAISED]-(t:Trace)
  WHERE t.space IN $spaces
  RETURN count(t) AS raised
}
CALL (e) {
  MATCH (e)<-[r:RESOLVED]-(t:Trace)-[:ATTEMPTS]->(p:Problem)
  WHERE t.space IN $spaces AND NOT coalesce(t.tainted, false)
  WITH t, p, coalesce(r.own, false) AS own
  ORDER BY t.outcome DESC, own DESC, t.id
  RETURN collect(t) AS traces, count(t) AS resolved, count(DISTINCT coalesce(t.principal, '')) AS agents, count(DISTINCT p) AS problems,
    collect({trace: t.id, problem: p.id, title: p.title, agent: t.agent, outcome: t.outcome, judgedBy: t.judgedBy, trust: t.trust, confirmed: coalesce(t.confirmed, false), observed: CASE WHEN t.observed IS NOT NULL THEN coalesce(t.observedCommand, '') END, own: own, code: left(coalesce(t.code, ''), 1600)})[..$limit] AS attempts
}
CALL (traces) {
  UNWIND traces AS t
  MATCH (t)-[u:USES]->(a:Api)
  WHERE a.space IN $spaces
  WITH a, count(*) AS times, max(u.weight) AS weight
  ORDER BY times DESC, weight DESC, a.id
  LIMIT 8
  RETURN collect({id: a.id, name: a.qualifiedName, times: times}) AS apis
}
RETURN e.id AS id, e.type AS type, e.title AS normalForm, raised, resolved, agents, problems, attempts, apis
ORDER BY id
