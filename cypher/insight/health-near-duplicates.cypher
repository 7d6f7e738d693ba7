// Pairs of insights in force that say nearly the same: nearer in meaning than a score, the nearest first. Of the newest insights.
// @read
// @param space: string
// @param newest: int
// @param score: float
// @row id: string
// @row other: string
// @row title: string
// @row score: float
MATCH (i:Insight)
WHERE i.kind = 'reviewed' AND i.space = $space AND i.embedding IS NOT NULL
WITH i ORDER BY i.createdAt DESC, i.id LIMIT $newest
CALL (i) {
  MATCH (n:Insight)
    SEARCH n IN (VECTOR INDEX memory_vector FOR i.embedding WHERE n.space = $space AND n.kind = 'reviewed' LIMIT 6) SCORE AS score
  RETURN n, score
}
WITH i, n, score
WHERE n.id <> i.id AND score >= $score
WITH CASE WHEN i.id < n.id THEN i ELSE n END AS a, CASE WHEN i.id < n.id THEN n ELSE i END AS b, score
WITH a, b, max(score) AS score
RETURN a.id AS id, b.id AS other, a.title + ' – like: ' + b.title AS title, score
ORDER BY score DESC, id, other
