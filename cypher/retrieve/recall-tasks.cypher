// Problems and attempts found by the words of the question, best first.
// @read
// @param query: string
// @param spaces: string[]
// @param limit: int
// @row id: string
// @row label: string
// @row outcome: string?
// @row score: float
CALL db.index.fulltext.queryNodes('experience_text', $query, {limit: $limit}) YIELD node AS n, score
WHERE (NOT n:Insight OR n.kind = 'reviewed') AND n.space IN $spaces AND NOT coalesce(n.tainted, false)
RETURN n.id AS id, labels(n)[0] AS label, n.outcome AS outcome, score
ORDER BY score DESC, id
