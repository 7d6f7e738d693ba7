// Insights that rest on some of these traces, with how many of them and on how many in all.
// @read
// @param traces: string[]
// @param space: string
// @row id: string
// @row state: string
// @row shared: int
// @row total: int
UNWIND $traces AS wanted
MATCH (t:Trace {id: wanted})<-[:DERIVED_FROM]-(i:Insight)
WHERE i.space = $space
WITH i, count(DISTINCT t) AS shared
RETURN i.id AS id, i.state AS state, shared, COUNT { (i)-[:DERIVED_FROM]->(:Trace) } AS total
ORDER BY id
