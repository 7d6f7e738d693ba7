// Has the next run look anew at every behaviour that became a candidate which nobody has in hand: what it is about, what documentation says and who saw it may have changed.
// @write
// @param space: string
MATCH (i:Insight {state: 'candidate'})-[:DERIVED_FROM]->(m:Lesson)
WHERE i.space = $space AND i.note
MATCH (l:Lesson {id: m.behaviour})
SET l.proposed = null
