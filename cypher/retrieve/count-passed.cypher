// How many problems of a space an attempt passed, counted up to a limit. Where several write, what one of them reports of itself, whoever it says judged, counts once another has passed there too.
// @read
// @param space: string
// @param most: int
// @param known: int
// @row problems: int
MATCH (p:Problem)
WHERE p.space = $space AND NOT coalesce(p.tainted, false) AND EXISTS {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace)-[:USES]->(:Api)
  WHERE t.outcome = 'passed' AND NOT coalesce(t.tainted, false)
    AND ($known < 2 OR NOT (t.observed IS NULL AND t.confirmed IS NULL AND (coalesce(t.trust, 'self-reported') = 'self-reported' OR coalesce(t.judgedBy, 'agent') = 'agent'))
      OR EXISTS { (p)<-[:ATTEMPTS]-(o:Trace {outcome: 'passed'}) WHERE o.principal <> t.principal })
}
WITH p LIMIT $most
RETURN count(p) AS problems
