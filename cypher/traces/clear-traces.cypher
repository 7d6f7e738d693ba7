// Takes the edges of traces away that are about to be written anew, and says which problems they attempted and which notes they told of.
// @write
// @param ids: string[]
// @row problem: string
// @row notes: string[]
MATCH (t:Trace)-[:ATTEMPTS]->(p:Problem)
WHERE t.id IN $ids
WITH t, p.id AS problem
CALL (t) {
  OPTIONAL MATCH (l:Lesson)-[r:LEARNED_IN]->(t)
  WITH r, l.id AS note
  DELETE r
  RETURN collect(DISTINCT note) AS notes
}
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
RETURN problem, notes
ORDER BY problem
