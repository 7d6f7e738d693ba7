// Takes away what attempts consist of, and says what may now rest on nothing.
// @write
// @param ids: string[]
// @row states: string[]
// @row errors: string[]
// @row problems: string[]
// @row lessons: string[]
// @row insights: string[]
MATCH (t:Trace)
WHERE t.id IN $ids
WITH t,
  COLLECT { MATCH (t)-[:STARTS_AT|ENDS_AT]->(s:State) RETURN s.id } + COLLECT { MATCH (a:State)-[r:STEP {trace: t.id}]->(:State) RETURN a.id }
    + COLLECT { MATCH (:State)-[r:STEP {trace: t.id}]->(b:State) RETURN b.id } AS states,
  COLLECT { MATCH (t)-[:RAISED|RESOLVED]->(e:ErrorSignature) RETURN e.id } AS errors,
  COLLECT { MATCH (t)-[:ATTEMPTS]->(p:Problem) RETURN p.id } AS problems,
  COLLECT { MATCH (l:Lesson)-[:LEARNED_IN]->(t) RETURN l.id } AS lessons,
  COLLECT { MATCH (i:Insight)-[:DERIVED_FROM]->(t) RETURN i.id } + COLLECT { MATCH (i:Insight)-[:DERIVED_FROM]->(:Lesson)-[:LEARNED_IN]->(t) RETURN i.id } AS insights
CALL (t) {
  MATCH (:State)-[r:STEP {trace: t.id}]->(:State)
  DELETE r
}
CALL (t) {
  MATCH (:State)-[r:SHORTCUT {trace: t.id}]->(:State)
  DELETE r
}
CALL (t) {
  MATCH (t)-[r:ATTEMPTS|USES|RAISED|RESOLVED|STARTS_AT|ENDS_AT|FOLLOWED]->()
  DELETE r
}
CALL (t) {
  MATCH (t)<-[r:LEARNED_IN|DERIVED_FROM]-()
  DELETE r
}
RETURN states, errors, problems, lessons, insights
