// How many problems of a space an attempt passed by another's judgement, counted up to a limit. Where several write, what one of them reports of itself counts once another has passed there too.
// @read
// @param space: string
// @param most: int
// @param known: int
// @row problems: int
MATCH (p:Problem)
WHERE p.space = $space AND NOT coalesce(p.tainted, false) AND EXISTS {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace)-[:USES]->(:Api)
  WHERE t.outcome = 'passed' AND t.judgedBy <> 'agent' AND NOT coalesce(t.tainted, false)
    AND ($known < 2 OR t.observed IS NOT NULL OR coalesce(t.trust, 'self-reported') <> 'self-reported' OR EXISTS { (p)<-[:ATTEMPTS]-(o:Trace {outcome: 'passed'}) WHERE o.principal <> t.principal })
}
WITH p LIMIT $most
RETURN count(p) AS problems
