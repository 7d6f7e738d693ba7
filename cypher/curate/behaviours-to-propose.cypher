// Behaviours that notes tell of and that no run has looked at as they stand now: the note that speaks for each, all that say the same, who saw it, what documents it, and the insight that rests on it.
// @read
// @param space: string
// @param after: string
// @param limit: int
// @row id: string
// @row text: string
// @row happens: string
// @row when: string?
// @row instead: string?
// @row shownBy: string?
// @row noteKind: string?
// @row source: string
// @row trust: string
// @row witnesses: int
// @row principals: int
// @row weight: float
// @row subject: string
// @row about: string[]
// @row opposes: map[]
// @row members: string[]
// @row traces: string[]
// @row problems: int
// @row apis: map[]
// @row insight: string?
// @row state: string?
// @row embedding: float[]?
MATCH (l:Lesson)
WHERE l.space = $space AND l.id > $after AND l.behaviour = l.id AND l.retired IS NULL AND NOT coalesce(l.tainted, false) AND l.project IS NULL
  AND coalesce(l.proposed, '') <> toString(l.witnesses) + ' ' + toString(l.principals) + ' ' + l.trust + ' ' + toString(l.disputed) + ' ' + toString(l.weight)
WITH l ORDER BY l.id LIMIT $limit
CALL (l) {
  MATCH (m:Lesson {behaviour: l.id})
  OPTIONAL MATCH (m)-[:LEARNED_IN]->(t:Trace)
  WITH m, t ORDER BY m.id, t.id
  RETURN collect(DISTINCT m.id)[..200] AS members, collect(DISTINCT t.id)[..200] AS traces, count(DISTINCT t.problem) AS problems
}
CALL (members) {
  MATCH (m:Lesson)-[:ABOUT]->(a:Api)
  WHERE m.id IN members AND NOT coalesce(a.provisional, false)
  WITH DISTINCT a ORDER BY a.id LIMIT 12
  RETURN collect({id: a.id, name: a.qualifiedName, library: a.library}) AS apis
}
CALL (members) {
  OPTIONAL MATCH (i:Insight)-[:DERIVED_FROM]->(m:Lesson)
  WHERE m.id IN members AND i.note AND i.state <> 'superseded'
  WITH i ORDER BY CASE i.state WHEN 'approved' THEN 0 WHEN 'in-review' THEN 1 ELSE 2 END, i.id
  RETURN head(collect(i)) AS i
}
CALL (l) {
  OPTIONAL MATCH (o:Lesson)
  WHERE o.id IN coalesce(l.opposes, [])
  WITH o ORDER BY o.id
  RETURN [one IN collect({id: o.id, text: o.text, witnesses: o.witnesses}) WHERE one.id IS NOT NULL][..5] AS opposes
}
RETURN l.id AS id, l.text AS text, coalesce(l.happens, l.text) AS happens, l.when AS when, l.instead AS instead, l.shownBy AS shownBy, l.noteKind AS noteKind,
  coalesce(l.source, 'model') AS source, coalesce(l.trust, 'self-reported') AS trust, toInteger(l.witnesses) AS witnesses, toInteger(l.principals) AS principals,
  toFloat(l.weight) AS weight, coalesce(l.subject, '') AS subject, coalesce(l.about, []) AS about, opposes, members, traces, problems, apis,
  i.id AS insight, i.state AS state, l.embedding AS embedding
ORDER BY id
