// Insights that lots decided on in answers of these spaces, those drawn most often first.
// @read
// @param spaces: string[]
// @param limit: int
// @row id: string
// @row answers: int
MATCH (i:Insight)<-[e:CITES|WITHHELD]-(r:Recommendation)
WHERE i.space IN $spaces AND r.space IN $spaces AND e.share > 0 AND e.share < 1
RETURN i.id AS id, count(DISTINCT r) AS answers
ORDER BY answers DESC, id
LIMIT $limit
