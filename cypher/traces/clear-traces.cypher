// Takes the edges of traces away that are about to be written anew, and says which problems they attempted, which notes they told of, and which errors and states they met.
// @write
// @param ids: string[]
// @row problem: string
// @row notes: string[]
// @row errors: string[]
// @row states: string[]
MATCH (t:Trace)-[:ATTEMPTS]->(p:Problem)
WHERE t.id IN $ids
WITH t, p.id AS problem
CREATE (:StaleHour {id: randomUUID(), space: t.space, at: datetime.truncate('hour', coalesce(t.createdAt, datetime()))})
WITH t, problem
CALL (t) {
  OPTIONAL MATCH (l:Lesson)-[r:LEARNED_IN]->(t)
  WITH r, l.id AS note
  DELETE r
  RETURN collect(DISTINCT note) AS notes
}
WITH t, problem, notes,
  COLLECT { MATCH (t)-[:RAISED|RESOLVED]->(e:ErrorSignature) RETURN e.id } AS errors,
  COLLECT { MATCH (t)-[:STARTS_AT|ENDS_AT]->(s:State) RETURN s.id } + COLLECT { MATCH (a:State)-[r:STEP {trace: t.id}]->(:State) RETURN a.id }
    + COLLECT { MATCH (:State)-[r:STEP {trace: t.id}]->(b:State) RETURN b.id } AS states
CALL (t) {
  MATCH (t)-[r:ATTEMPTS|USES|RAISED|RESOLVED|STARTS_AT|ENDS_AT|FOLLOWED]->()
  DELETE r
}
CALL (t) {
  MATCH (:State)-[r:STEP {trace: t.id}]->(:State)
  DELETE r
}
CALL (t) {
  MATCH (:State)-[r:SHORTCUT {trace: t.id}]->(:State)
  DELETE r
}
RETURN problem, notes, errors, states
ORDER BY problem
