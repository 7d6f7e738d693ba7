// In how many families of problems attempts that passed used each of these APIs, a use that was guessed, or of an attempt that only its agent says passed, counting by how sure it is; of so many attempts.
// Families that one principal alone tells of count up to a bound, the surest first: who repeats itself moves nothing further. Nobody's are bounded, for they may be anybody's.
// @read
// @param apis: string[]
// @param spaces: string[]
// @param most: int
// @param mostOfOne: int
// @param trust: int
// @param claim: float
// @param told: float
// @row id: string
// @row families: float
MATCH (a:Api)
WHERE a.id IN $apis
CALL (a) {
  MATCH (a)<-[u:USES]-(t:Trace)
  WHERE t.outcome = 'passed' AND t.space IN $spaces AND NOT coalesce(t.tainted, false)
  WITH u, t LIMIT $most
  MATCH (t)-[:ATTEMPTS]->(p:Problem)
  WITH coalesce(p.family, p.id) AS family, collect(DISTINCT coalesce(t.principal, '')) AS by,
    max(coalesce(u.weight, 1.0) * CASE WHEN t.confirmed THEN 1.0 WHEN coalesce(t.judgedBy, 'agent') = 'agent' THEN $claim WHEN t.observed IS NULL AND coalesce(t.trust, 'self-reported') = 'self-reported' THEN $told ELSE 1.0 END) AS weight
  ORDER BY weight DESC, family
  WITH CASE WHEN size(by) = 1 THEN by[0] ELSE '' END AS alone, collect(weight) AS weights
  UNWIND CASE WHEN alone = '' THEN weights ELSE weights[..$mostOfOne] END AS weight
  RETURN sum(weight ^ $trust) AS families
}
WITH a, families WHERE families > 0
RETURN a.id AS id, toFloat(families) AS families
ORDER BY id
