// Adds what an insight rests on without touching its words: a person has it in hand, or approved it. What is tainted is not for it.
// @write
// @param id: string
// @param traces: string[]
// @param lessons: string[]
// @param support: int
// @param agents: int
// @param problems: int
MATCH (i:Insight {id: $id})
SET i.support = $support, i.agents = $agents, i.problems = $problems
WITH i
CALL (i) {
  UNWIND $traces AS trace
  MATCH (t:Trace {id: trace})
  MERGE (i)-[:DERIVED_FROM]->(t)
}
CALL (i) {
  UNWIND $lessons AS lesson
  MATCH (l:Lesson {id: lesson})
  MERGE (i)-[:DERIVED_FROM]->(l)
}
