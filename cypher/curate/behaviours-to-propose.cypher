// Behaviours that notes tell of and that no run has looked at as they stand now: the note that speaks for each, all that say the same, who saw it, what documents it, and the insight that rests on it.
// How an attempt ended is only claimed unless the server knows that: by a runner, by a recording that shows a judgement, or by another who bears it out. What its sender writes of who judged makes no difference.
// @read
// @param space: string
// @param after: string
// @param limit: int
// @param known: int
// @row id: string
// @row standing: string
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
// @row disputes: int
// @row helped: float
// @row misled: float
// @row subject: string
// @row about: string[]
// @row opposes: map[]
// @row members: string[]
// @row seen: map[]
// @row problems: int
// @row apis: map[]
// @row insight: string?
// @row state: string?
// @row flags: string[]
// @row acknowledged: string[]
// @row gates: string?
// @row beneath: string[]
// @row embedding: float[]?
MATCH (l:Lesson)
WHERE l.space = $space AND l.id > $after AND l.behaviour = l.id AND l.retired IS NULL AND NOT coalesce(l.tainted, false) AND l.project IS NULL
CALL (l) {
  MATCH (m:Lesson {behaviour: l.id})
  WHERE m.space = l.space
  RETURN collect(DISTINCT m) AS notes, sum(coalesce(m.evidencePassed, 0.0)) AS helped, sum(coalesce(m.evidenceFailed, 0.0)) AS misled, sum(coalesce(m.disputes, 0)) AS disputes
}
CALL (notes) {
  UNWIND notes AS m
  MATCH (m)-[:LEARNED_IN]->(t:Trace)
  WITH DISTINCT t, t.outcome IN ['passed', 'failed'] AND t.observed IS NULL AND t.confirmed IS NULL AND (coalesce(t.trust, 'self-reported') = 'self-reported' OR coalesce(t.judgedBy, 'agent') = 'agent') AS claimed
  RETURN count(t) AS traces, sum(CASE WHEN claimed THEN 1 ELSE 0 END) AS claims
}
CALL (notes) {
  UNWIND notes AS m
  MATCH (m)-[:ABOUT]->(a:Api)
  WHERE NOT coalesce(a.provisional, false)
  WITH DISTINCT a ORDER BY a.id LIMIT 12
  RETURN collect({id: a.id, name: a.qualifiedName, library: a.library}) AS apis, sum(COUNT { (:Doc)-[:DOCUMENTS]->(a) }) AS sections
}
CALL (l) {
  OPTIONAL MATCH (o:Lesson)
  WHERE o.id IN coalesce(l.opposes, [])
  OPTIONAL MATCH (i:Insight {state: 'approved', note: true})-[:DERIVED_FROM]->(:Lesson {behaviour: o.id})
  WHERE i.space = l.space
  WITH o, i ORDER BY o.id, i.id
  WITH o, head(collect(i.id)) AS insight
  RETURN [one IN collect({id: o.id, text: o.text, witnesses: o.witnesses, insight: insight}) WHERE one.id IS NOT NULL][..5] AS opposes
}
WITH l, notes, helped, misled, disputes, apis, opposes,
  reduce(s = '', part IN [toString(l.witnesses), toString(l.principals), l.trust, toString(l.weight), toString(traces), toString(claims), toString(disputes), toString($known > 1),
    toString(round(helped)), toString(round(misled)), toString(sections), toString(size(apis)), reduce(o = '', one IN opposes | o + one.id + coalesce(one.insight, ''))] | s + ' ' + coalesce(part, '')) AS standing
WHERE coalesce(l.proposed, '') <> standing
WITH l, notes, helped, misled, disputes, apis, opposes, standing ORDER BY l.id LIMIT $limit
CALL (notes) {
  UNWIND notes AS m
  WITH m ORDER BY m.id LIMIT 200
  RETURN collect(m.id) AS members
}
CALL (notes) {
  UNWIND notes AS m
  MATCH (m)-[:LEARNED_IN]->(t:Trace)
  WITH DISTINCT t, t.outcome IN ['passed', 'failed'] AND t.observed IS NULL AND t.confirmed IS NULL AND (coalesce(t.trust, 'self-reported') = 'self-reported' OR coalesce(t.judgedBy, 'agent') = 'agent') AS claimed
  WITH t, claimed ORDER BY claimed, t.id LIMIT 200
  RETURN collect({id: t.id, claimed: claimed, principal: coalesce(t.principal, ''), problem: t.problem}) AS seen, count(DISTINCT t.problem) AS problems
}
CALL (members) {
  OPTIONAL MATCH (i:Insight)-[:DERIVED_FROM]->(m:Lesson)
  WHERE m.id IN members AND i.note AND i.state <> 'superseded'
  WITH DISTINCT i ORDER BY CASE i.state WHEN 'approved' THEN 0 WHEN 'in-review' THEN 1 ELSE 2 END, i.id
  RETURN head(collect(i)) AS i
}
RETURN l.id AS id, standing, l.text AS text, coalesce(l.happens, l.text) AS happens, l.when AS when, l.instead AS instead, l.shownBy AS shownBy, l.noteKind AS noteKind,
  coalesce(l.source, 'model') AS source, coalesce(l.trust, 'self-reported') AS trust, toInteger(l.witnesses) AS witnesses, toInteger(l.principals) AS principals,
  toFloat(l.weight) AS weight, toInteger(disputes) AS disputes, helped, misled, coalesce(l.subject, '') AS subject, coalesce(l.about, []) AS about, opposes, members, seen, problems, apis,
  i.id AS insight, i.state AS state, coalesce(i.flags, []) AS flags, coalesce(i.acknowledged, []) AS acknowledged, i.gates AS gates,
  CASE WHEN i IS NULL THEN [] ELSE COLLECT { MATCH (i)-[:DERIVED_FROM]->(t:Trace) RETURN t.id ORDER BY t.id } END AS beneath, l.embedding AS embedding
ORDER BY id
