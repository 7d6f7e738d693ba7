// The notes of a space about things of one last name, with who saw each and in which sessions; the best founded first where there are too many.
// @read
// @param key: string
// @param space: string
// @param limit: int
// @row id: string
// @row text: string
// @row happens: string
// @row when: string?
// @row instead: string?
// @row subject: string
// @row project: string?
// @row source: string
// @row tainted: boolean
// @row disputes: int
// @row embedding: float[]?
// @row seen: map[]
MATCH (l:Lesson {subjectKey: $key})
WHERE l.space = $space AND l.retired IS NULL
CALL (l) {
  MATCH (l)-[:LEARNED_IN]->(t:Trace)
  WITH DISTINCT t.principal AS principal, t.problem AS problem, coalesce(t.trust, 'self-reported') AS trust
  ORDER BY principal, problem, trust
  RETURN collect({principal: principal, problem: problem, trust: trust})[..200] AS seen, count(*) AS times
}
WITH l, seen, times ORDER BY times DESC, l.id LIMIT $limit
RETURN l.id AS id, l.text AS text, coalesce(l.happens, l.text) AS happens, l.when AS when, l.instead AS instead, l.subject AS subject, l.project AS project,
  coalesce(l.source, 'model') AS source, coalesce(l.tainted, false) AS tainted, toInteger(coalesce(l.disputes, 0)) AS disputes, l.embedding AS embedding, seen
ORDER BY id
