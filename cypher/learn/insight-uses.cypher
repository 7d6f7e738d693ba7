// How often answers in sight cite these insights, when last, and how many others contradict each.
// @read
// @param ids: string[]
// @param spaces: string[]
// @row id: string
// @row uses: int
// @row lastUsedAt: string?
// @row contradictions: int
MATCH (i:Insight)
WHERE i.id IN $ids AND i.space IN $spaces
CALL (i) {
  OPTIONAL MATCH (i)<-[:CITES]-(r:Recommendation)
  WHERE r.space IN $spaces
  RETURN count(DISTINCT r) AS uses, toString(max(r.createdAt)) AS lastUsedAt
}
RETURN i.id AS id, uses, lastUsedAt, COUNT { MATCH (i)-[:CONTRADICTS]-(o:Insight) WHERE o.space IN $spaces } AS contradictions
ORDER BY id
