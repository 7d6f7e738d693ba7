// Insights that were in force in an epoch, found by the words of the question, best first.
// @read
// @param epoch: string
// @param query: string
// @param spaces: string[]
// @param limit: int
// @row id: string
// @row label: string
// @row outcome: string?
// @row score: float
CALL db.index.fulltext.queryNodes('experience_text', $query, {limit: $limit}) YIELD node AS n, score
WHERE n:Insight AND n.space IN $spaces AND EXISTS { (n)-[:IN_FORCE_IN]->(:Epoch {id: $epoch}) }
RETURN n.id AS id, 'Insight' AS label, null AS outcome, score
ORDER BY score DESC, id
