// Says which attempts resolved an error that others raised at the same problem: the best of those that passed without it. What held before and no longer does goes.
// The best are the 200 that did best in the least code, with all that are as good as the last of them, so that no id decides.
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
  WITH t.effect AS effect, size(t.code) AS length
  ORDER BY effect DESC, length
  LIMIT 200
  WITH collect([effect, coalesce(length, 1e9)])[-1] AS last
  RETURN last[0] AS least, last[1] AS longest
}
CALL (p, least, longest) {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace {outcome: 'passed'})
  WHERE t.space = $space AND (t.effect > least OR t.effect = least AND coalesce(size(t.code), 1e9) <= longest)
  RETURN t
}
CALL (p, t) {
  MATCH (p)<-[:ATTEMPTS]-(other:Trace)-[:RAISED]->(e:ErrorSignature)
  WHERE other.space = $space AND other.outcome <> 'passed' AND NOT coalesce(e.vague, false) AND NOT EXISTS { (t)-[:RAISED]->(e) }
  RETURN DISTINCT e
}
MERGE (t)-[:RESOLVED]->(e)
