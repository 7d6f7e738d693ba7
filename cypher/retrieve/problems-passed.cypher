// Problems of a space that an attempt passed, with what those attempts used: a sample that is the same every time, because ids are hashes.
// Where several write, what one of them reports of itself, whoever it says judged, counts once another has passed there too. Kin is all that came of attempts at the problem.
// @read
// @param space: string
// @param most: int
// @param known: int
// @param claim: float
// @param told: float
// @row id: string
// @row text: string
// @row family: string?
// @row kin: string[]
// @row uses: map[]
MATCH (p:Problem)
WHERE p.space = $space AND NOT coalesce(p.tainted, false) AND EXISTS {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace)-[:USES]->(:Api)
  WHERE t.outcome = 'passed' AND NOT coalesce(t.tainted, false)
    AND ($known < 2 OR NOT (t.observed IS NULL AND t.confirmed IS NULL AND (coalesce(t.trust, 'self-reported') = 'self-reported' OR coalesce(t.judgedBy, 'agent') = 'agent'))
      OR EXISTS { (p)<-[:ATTEMPTS]-(o:Trace {outcome: 'passed'}) WHERE o.principal <> t.principal })
}
WITH p ORDER BY p.id LIMIT $most
CALL (p) {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace)
  OPTIONAL MATCH (t)<-[:DERIVED_FROM|LEARNED_IN]-(n:Insight|Lesson)
  RETURN collect(DISTINCT t.id) + collect(DISTINCT n.id) AS kin
}
CALL (p) {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace)-[u:USES]->(a:Api)
  WHERE t.outcome = 'passed' AND NOT coalesce(t.tainted, false)
    AND ($known < 2 OR NOT (t.observed IS NULL AND t.confirmed IS NULL AND (coalesce(t.trust, 'self-reported') = 'self-reported' OR coalesce(t.judgedBy, 'agent') = 'agent'))
      OR EXISTS { (p)<-[:ATTEMPTS]-(o:Trace {outcome: 'passed'}) WHERE o.principal <> t.principal })
  WITH a, max(coalesce(u.weight, 1.0) * CASE WHEN t.confirmed THEN 1.0 WHEN coalesce(t.judgedBy, 'agent') = 'agent' THEN $claim WHEN t.observed IS NULL AND coalesce(t.trust, 'self-reported') = 'self-reported' THEN $told ELSE 1.0 END) AS weight
  ORDER BY a.id
  RETURN collect({api: a.id, library: a.library, kind: a.kind, weight: weight}) AS uses
}
RETURN p.id AS id, p.text AS text, p.family AS family, kin, uses
ORDER BY id
