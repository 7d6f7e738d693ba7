// Says which attempts resolved an error that others raised at the same problem: the best of those that passed without it. What held before and no longer does goes.
// @write
// @param problems: string[]
// @param space: string
UNWIND $problems AS wanted
MATCH (p:Problem {id: wanted})
CALL (p) {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace)-[r:RESOLVED]->(:ErrorSignature)
  WHERE t.space = $space AND NOT coalesce(r.own, false)
  DELETE r
}
CALL (p) {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace {outcome: 'passed'})
  WHERE t.space = $space
  RETURN t ORDER BY t.effect DESC, t.id LIMIT 200
}
CALL (p, t) {
  MATCH (p)<-[:ATTEMPTS]-(other:Trace)-[:RAISED]->(e:ErrorSignature)
  WHERE other.space = $space AND other.outcome <> 'passed' AND NOT coalesce(e.vague, false) AND NOT EXISTS { (t)-[:RAISED]->(e) }
  RETURN DISTINCT e
}
MERGE (t)-[:RESOLVED]->(e)
