// The lessons that the advice cited which these attempts followed, with how well every attempt did that followed such advice.
// @read
// @param traces: string[]
// @row id: string
// @row effect: float
// @row effects: float[]
MATCH (t:Trace)-[:FOLLOWED]->(:Recommendation)-[:CITES]->(l:Lesson)
WHERE t.id IN $traces
WITH DISTINCT l
MATCH (l)<-[:CITES]-(:Recommendation)<-[:FOLLOWED]-(a:Trace)
WHERE a.outcome IN ['passed', 'failed'] AND NOT coalesce(a.tainted, false)
WITH l, collect(DISTINCT a) AS attempts
RETURN l.id AS id, toFloat(coalesce(l.effect, 0)) AS effect, [a IN attempts | toFloat(coalesce(a.effect, 0))] AS effects
ORDER BY id
