// Adds what insights rest on without touching their words: a person has them in hand, or approved them. What is tainted is not for them.
// Counts that are null stay. Where the words stand without what agents claim of themselves, those claims and the flag that told of them go.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (i:Insight {id: row.id})
SET i.support = coalesce(toInteger(row.support), i.support), i.agents = coalesce(toInteger(row.agents), i.agents),
  i.problems = coalesce(toInteger(row.problems), i.problems)
WITH i, row
CALL (i, row) {
  WITH i, row WHERE row.clears
  SET i.version = coalesce(i.version, 1) + 1, i.flags = [flag IN coalesce(i.flags, []) WHERE flag <> 'self-judged'], i.acknowledged = [flag IN coalesce(i.acknowledged, []) WHERE flag <> 'self-judged'],
    i.setAside = row.setAside, i.gates = row.gates
  WITH i, row
  MATCH (i)-[r:DERIVED_FROM]->(x:Trace|Lesson)
  WHERE NOT x.id IN row.traces AND NOT x.id IN row.lessons
  DELETE r
}
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
