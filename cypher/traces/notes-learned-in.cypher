// The field notes that were learned in these attempts: one for each behaviour, best founded first.
// @read
// @param traces: string[]
// @param spaces: string[]
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
// @row by: string?
// @row witnesses: int
// @row principals: int
// @row weight: float
// @row disputed: boolean
// @row space: string
// @row subjects: string[]
// @row learnedIn: string[]
MATCH (t:Trace)
WHERE t.id IN $traces AND t.space IN $spaces
MATCH (t)<-[:LEARNED_IN]-(said:Lesson)
WHERE said.space IN $spaces
MATCH (l:Lesson {id: coalesce(said.behaviour, said.id)})
WHERE l.space IN $spaces AND NOT coalesce(l.tainted, false) AND l.retired IS NULL AND coalesce(l.weight, 0.3) > 0 AND l.project IS NULL
WITH l, collect(DISTINCT t.id) AS learnedIn
ORDER BY coalesce(l.weight, 0.3) DESC, coalesce(l.witnesses, 1) DESC, l.id
LIMIT $limit
RETURN l.id AS id, l.text AS text, coalesce(l.happens, l.text) AS happens, l.when AS when, l.instead AS instead, l.shownBy AS shownBy, l.noteKind AS noteKind,
  coalesce(l.source, 'model') AS source, coalesce(l.trust, 'self-reported') AS trust, l.by AS by, toInteger(coalesce(l.witnesses, 1)) AS witnesses,
  toInteger(coalesce(l.principals, 1)) AS principals, toFloat(coalesce(l.weight, 0.3)) AS weight, coalesce(l.disputed, false) AS disputed, l.space AS space,
  coalesce(l.subjects, []) AS subjects, learnedIn
