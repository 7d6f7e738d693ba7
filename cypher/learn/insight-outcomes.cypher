// How answers ended for which a lot decided whether these insights were shown, by the lot's share; several feedbacks on one answer count once, the last.
// @read
// @param ids: string[]
// @param spaces: string[]
// @param most: int
// @row id: string
// @row title: string
// @row counts: map[]
MATCH (i:Insight)
WHERE i.id IN $ids AND i.space IN $spaces
CALL (i) {
  MATCH (i)<-[e:CITES|WITHHELD]-(r:Recommendation)
  WHERE e.share > 0 AND e.share < 1
  WITH r, max(e.share) AS share, max(CASE type(e) WHEN 'CITES' THEN 1 ELSE 0 END) = 1 AS shown
  ORDER BY r.createdAt DESC, r.id LIMIT $most
  CALL (r) {
    MATCH (f:Feedback)-[:ON]->(r)
    WHERE f.outcome IN ['passed', 'failed']
    RETURN f.outcome AS outcome
    ORDER BY f.createdAt DESC, f.id LIMIT 1
  }
  WITH share, shown, count(*) AS n, count(CASE outcome WHEN 'passed' THEN 1 END) AS passed
  ORDER BY share, shown
  RETURN collect({share: share, shown: shown, n: n, passed: passed}) AS counts
}
RETURN i.id AS id, i.title AS title, counts
ORDER BY id
