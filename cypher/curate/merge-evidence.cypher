// Adds what insights rest on without touching their words: a person has them in hand, or approved them. What is tainted is not for them.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (i:Insight {id: row.id})
SET i.support = toInteger(row.support), i.agents = toInteger(row.agents), i.problems = toInteger(row.problems)
WITH i, row
CALL (i, row) {
  UNWIND row.traces AS trace
  MATCH (t:Trace {id: trace})
  MERGE (i)-[:DERIVED_FROM]->(t)
}
CALL (i, row) {
  UNWIND row.lessons AS lesson
  MATCH (l:Lesson {id: lesson})
  MERGE (i)-[:DERIVED_FROM]->(l)
}
