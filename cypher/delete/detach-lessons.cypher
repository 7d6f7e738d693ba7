// Takes away what notes are tied to, and says which insights were drawn from them.
// @write
// @param ids: string[]
// @row insights: string[]
MATCH (l:Lesson)
WHERE l.id IN $ids
WITH l, COLLECT { MATCH (i:Insight)-[:DERIVED_FROM]->(l) RETURN i.id } AS insights
CALL (l) {
  MATCH (l)-[r:LEARNED_IN|ABOUT]->()
  DELETE r
}
CALL (l) {
  MATCH (l)<-[r:DERIVED_FROM]-(:Insight)
  DELETE r
}
RETURN insights
