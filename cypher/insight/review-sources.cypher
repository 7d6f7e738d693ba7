// What an insight was drawn from: attempts and lessons, those that passed first, with the beginning of their code and text; and of the problems that these attempts were at, one that failed and one that passed where it rests on none.
// @read
// @param id: string
// @param spaces: string[]
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
// @row problem: string?
// @row own: boolean
// @row code: string?
// @row text: string
// @row tainted: boolean
MATCH (i:Insight {id: $id})
CALL (i) {
  MATCH (i)-[:DERIVED_FROM]->(n:Trace|Lesson)
  WITH n ORDER BY CASE n.outcome WHEN 'passed' THEN 0 WHEN 'failed' THEN 1 ELSE 2 END, n.id LIMIT $limit
  RETURN collect(n) AS own
}
CALL (i, own) {
  UNWIND [n IN own WHERE n:Trace | n.problem][..20] AS problem
  WITH DISTINCT i, problem
  UNWIND ['passed', 'failed'] AS outcome
  CALL (i, problem, outcome) {
    MATCH (:Problem {id: problem})<-[:ATTEMPTS]-(t:Trace {outcome: outcome})
    WHERE t.space IN $spaces AND t.code IS NOT NULL
    WITH i, t ORDER BY t.id LIMIT 50
    WITH collect(t) AS tried, [t IN collect(t) WHERE EXISTS { MATCH (i)-[:DERIVED_FROM]->(t) }] AS beneath
    RETURN CASE WHEN size(beneath) > 0 THEN null ELSE head(tried) END AS t
  }
  WITH t WHERE t IS NOT NULL
  RETURN collect(t)[..10] AS beside
}
UNWIND [n IN own | {n: n, own: true}] + [n IN beside | {n: n, own: false}] AS one
WITH one.n AS n, one.own AS own
RETURN n.id AS id, labels(n)[0] AS label, coalesce(n.title, n.id) AS title, coalesce(n.outcome, n.tag) AS outcome, n.judgedBy AS judgedBy, CASE WHEN n:Trace THEN coalesce(n.trust, 'self-reported') END AS trust, coalesce(n.confirmed, false) AS confirmed,
  CASE WHEN n.observed IS NOT NULL THEN coalesce(n.observedCommand, '') END AS observed, n.agent AS agent, n.problem AS problem, own,
  left(n.code, 4000) AS code, left(coalesce(n.text, ''), 2000) AS text, coalesce(n.tainted, false) AS tainted
ORDER BY CASE n.outcome WHEN 'passed' THEN 0 WHEN 'failed' THEN 1 ELSE 2 END, id
