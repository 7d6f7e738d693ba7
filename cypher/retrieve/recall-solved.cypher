// Problems close in meaning that an attempt solved, nearest first, with the APIs that solutions used and how sure each use is; less where only the agent itself says that it passed.
// @read
// @param vector: float[]
// @param spaces: string[]
// @param limit: int
// @param attempts: int
// @param claim: float
// @param told: float
// @row id: string
// @row family: string
// @row score: float
// @row uses: map[]
MATCH (p:Problem)
  SEARCH p IN (VECTOR INDEX memory_vector FOR $vector WHERE p.space IN $spaces AND p.kind = 'task' LIMIT $limit) SCORE AS score
WITH p, score
WHERE NOT coalesce(p.tainted, false)
CALL (p) {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace)
  WHERE t.outcome = 'passed' AND t.space IN $spaces AND NOT coalesce(t.tainted, false)
  WITH t ORDER BY t.id LIMIT $attempts
  MATCH (t)-[u:USES]->(a:Api)
  WITH a, max(coalesce(u.weight, 1.0) * CASE WHEN coalesce(t.judgedBy, 'agent') = 'agent' THEN $claim WHEN t.observed IS NULL AND coalesce(t.trust, 'self-reported') = 'self-reported' THEN $told ELSE 1.0 END) AS weight
  ORDER BY a.id
  RETURN collect({api: a.id, weight: weight}) AS uses
}
WITH p, score, uses
WHERE size(uses) > 0
RETURN p.id AS id, coalesce(p.family, p.id) AS family, score, uses
ORDER BY score DESC, id
