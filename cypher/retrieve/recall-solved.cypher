// Problems close in meaning that an attempt solved, nearest first, with the APIs that solutions used and how sure each use is; less where only the agent itself says that it passed.
// Of one principal only so many attempts at a problem are looked at. A use tells who alone stands behind it; of attempts of nobody each is somebody else's.
// @read
// @param vector: float[]
// @param spaces: string[]
// @param limit: int
// @param attempts: int
// @param each: int
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
  WITH coalesce(t.principal, t.id) AS by, t ORDER BY t.id
  WITH by, collect(t)[..$each] AS theirs
  UNWIND theirs AS t
  WITH by, t ORDER BY t.id LIMIT $attempts
  MATCH (t)-[u:USES]->(a:Api)
  WITH a, max(coalesce(u.weight, 1.0) * CASE WHEN t.confirmed THEN 1.0 WHEN coalesce(t.judgedBy, 'agent') = 'agent' THEN $claim WHEN t.observed IS NULL AND coalesce(t.trust, 'self-reported') = 'self-reported' THEN $told ELSE 1.0 END) AS weight, collect(DISTINCT by) AS by
  ORDER BY a.id
  RETURN collect({api: a.id, weight: weight, by: CASE size(by) WHEN 1 THEN by[0] END}) AS uses
}
WITH p, score, uses
WHERE size(uses) > 0
RETURN p.id AS id, coalesce(p.family, p.id) AS family, score, uses
ORDER BY score DESC, id
