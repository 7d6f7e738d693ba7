// What an insight was drawn from: attempts and lessons, those that passed first, with the beginning of their code and text.
// @read
// @param id: string
// @param limit: int
// @row id: string
// @row label: string
// @row title: string
// @row outcome: string?
// @row judgedBy: string?
// @row trust: string?
// @row confirmed: boolean
// @row observed: string?
// @row agent: string?
// @row code: string?
// @row text: string
// @row tainted: boolean
MATCH (:Insight {id: $id})-[:DERIVED_FROM]->(n:Trace|Lesson)
RETURN n.id AS id, labels(n)[0] AS label, coalesce(n.title, n.id) AS title, coalesce(n.outcome, n.tag) AS outcome, n.judgedBy AS judgedBy, CASE WHEN n:Trace THEN coalesce(n.trust, 'self-reported') END AS trust, coalesce(n.confirmed, false) AS confirmed,
  CASE WHEN n.observed IS NOT NULL THEN coalesce(n.observedCommand, '') END AS observed, n.agent AS agent,
  left(n.code, 4000) AS code, left(coalesce(n.text, ''), 2000) AS text, coalesce(n.tainted, false) AS tainted
ORDER BY CASE n.outcome WHEN 'passed' THEN 0 WHEN 'failed' THEN 1 ELSE 2 END, id
LIMIT $limit
