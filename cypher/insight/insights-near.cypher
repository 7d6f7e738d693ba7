// Insights close in meaning to one, not withdrawn, the nearest first.
// @read
// @param id: string
// @param spaces: string[]
// @param limit: int
// @row id: string
// @row title: string
// @row state: string
// @row score: float
MATCH (i:Insight {id: $id})
WHERE i.embedding IS NOT NULL
CALL (i) {
  MATCH (n:Insight)
    SEARCH n IN (VECTOR INDEX memory_vector FOR i.embedding WHERE n.space IN $spaces AND n.kind IN ['candidate', 'reviewed'] LIMIT $limit) SCORE AS score
  RETURN n, score
}
WITH i, n, score
WHERE n.id <> i.id
RETURN n.id AS id, n.title AS title, coalesce(n.state, 'approved') AS state, score
ORDER BY score DESC, id
