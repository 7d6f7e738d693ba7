// What an insight rests on, and whether a person has taken it up.
// @read
// @param id: string
// @row state: string
// @row traces: string[]
// @row lessons: string[]
MATCH (i:Insight {id: $id})
RETURN i.state AS state, COLLECT { MATCH (i)-[:DERIVED_FROM]->(t:Trace) RETURN t.id ORDER BY t.id } AS traces,
  COLLECT { MATCH (i)-[:DERIVED_FROM]->(l:Lesson) RETURN l.id ORDER BY l.id } AS lessons
