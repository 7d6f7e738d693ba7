// Makes what is said of notes anew from all traces that say them, so that it does not depend on their order; those that nothing says any more are told.
// @write
// @param ids: string[]
// @row id: string
// @row left: int
// @row key: string?
// @row subjects: string[]
UNWIND $ids AS wanted
MATCH (l:Lesson {id: wanted})
CALL (l) {
  OPTIONAL MATCH (l)-[r:LEARNED_IN]->(t:Trace)
  WITH r, t ORDER BY size(r.subject) DESC, r.subject, r.text, t.id
  RETURN collect(r {.source, .shownBy, .noteKind, .text, .subject, .subjectKey, .subjects, .about, .terms, problem: t.problem, outcome: t.outcome,
    effect: toFloat(coalesce(t.effect, 0)), tainted: coalesce(t.tainted, false)}) AS seen
}
CALL (seen) {
  UNWIND seen AS one
  WITH one WHERE one.shownBy IS NOT NULL
  WITH one.shownBy AS shownBy ORDER BY size(shownBy), shownBy
  RETURN head(collect(shownBy)) AS shownBy
}
CALL (seen) {
  UNWIND seen AS one
  RETURN min(one.problem) AS problem, max(one.effect) AS effect, min(one.noteKind) AS noteKind,
    min(CASE one.source WHEN 'said' THEN 0 WHEN 'written' THEN 1 WHEN 'difference' THEN 2 ELSE 3 END) AS rank,
    max(CASE one.outcome WHEN 'passed' THEN 2 WHEN 'failed' THEN 1 ELSE 0 END) AS best, min(CASE WHEN one.tainted THEN 1 ELSE 0 END) AS tainted
}
WITH l, seen, head(seen) AS first, shownBy, problem, effect, noteKind, rank, best, tainted
SET l.embedding = CASE WHEN coalesce(first.text, l.text) = l.text THEN l.embedding ELSE null END
SET l.grouped = null,
  l.text = coalesce(first.text, l.text), l.title = coalesce(first.text, l.title), l.subject = coalesce(first.subject, l.subject),
  l.subjectKey = coalesce(first.subjectKey, l.subjectKey), l.subjects = coalesce(first.subjects, l.subjects), l.about = coalesce(first.about, l.about),
  l.terms = coalesce(first.terms, l.terms), l.shownBy = shownBy, l.problem = coalesce(problem, l.problem), l.effect = coalesce(effect, 0.0),
  l.noteKind = noteKind, l.source = ['said', 'written', 'difference', 'model'][coalesce(rank, 3)],
  l.tag = CASE best WHEN 2 THEN 'CORRECT' WHEN 1 THEN 'INCORRECT' ELSE 'UNJUDGED' END, l.tainted = coalesce(l.orders, false) OR coalesce(tainted, 0) = 1
RETURN l.id AS id, size(seen) AS left, l.subjectKey AS key, coalesce(l.subjects, []) AS subjects
ORDER BY id
