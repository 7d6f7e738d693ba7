// What an insight rests on and what was set aside for it, whether a person has taken it up, and what it is marked with.
// @read
// @param id: string
// @row state: string
// @row code: string?
// @row gates: string?
// @row flags: string[]
// @row acknowledged: string[]
// @row traces: string[]
// @row setAside: string[]
// @row lessons: map[]
MATCH (i:Insight {id: $id})
RETURN i.state AS state, i.code AS code, i.gates AS gates, coalesce(i.flags, []) AS flags, coalesce(i.acknowledged, []) AS acknowledged,
  COLLECT { MATCH (i)-[:DERIVED_FROM]->(t:Trace) RETURN t.id ORDER BY t.id } AS traces, coalesce(i.setAside, []) AS setAside,
  COLLECT {
    MATCH (i)-[:DERIVED_FROM]->(l:Lesson)
    RETURN {id: l.id, claimed: EXISTS { MATCH (l)-[:LEARNED_IN]->(t:Trace) WHERE t.outcome IN ['passed', 'failed'] AND coalesce(t.judgedBy, 'agent') = 'agent' }} ORDER BY l.id
  } AS lessons
