// What the attempts at problems show that were judged: the best of those that passed and the shortest of those that failed, so that it follows from all of them.
// @read
// @param problems: string[]
// @param space: string
// @row problem: string
// @row id: string
// @row outcome: string
// @row code: string
// @row uses: string[]
// @row type: string?
// @row apis: map[]
UNWIND $problems AS wanted
MATCH (p:Problem {id: wanted})
CALL (p) {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace {outcome: 'passed'})
  WHERE t.space = $space AND t.code IS NOT NULL AND NOT coalesce(t.tainted, false)
  RETURN t ORDER BY t.effect DESC, size(t.code), t.id LIMIT 25
  UNION ALL
  MATCH (p)<-[:ATTEMPTS]-(t:Trace {outcome: 'failed'})
  WHERE t.space = $space AND t.code IS NOT NULL AND NOT coalesce(t.tainted, false)
  RETURN t ORDER BY size(t.code), t.id LIMIT 25
}
OPTIONAL MATCH (t)-[:RAISED {last: true}]->(e:ErrorSignature)
WITH p, t, min(e.type) AS type
CALL (t) {
  OPTIONAL MATCH (t)-[u:USES]->(a:Api)
  WITH u, a ORDER BY a.id
  RETURN [one IN collect({id: a.id, name: a.qualifiedName, names: u.names}) WHERE one.id IS NOT NULL] AS apis
}
RETURN p.id AS problem, t.id AS id, t.outcome AS outcome, left(t.code, 20000) AS code, coalesce(t.codeUses, []) AS uses, type, apis
ORDER BY problem, id
