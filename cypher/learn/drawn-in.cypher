// The insights in force that a lot decided on in an answer, of the answer's own space, and since when answers count: where a curator put one back that had been suspended, since then.
// @read
// @param id: string
// @param space: string
// @row id: string
// @row since: int
MATCH (r:Recommendation {id: $id})-[e:CITES|WITHHELD]->(i:Insight)
WHERE r.space = $space AND i.space = $space AND i.kind = 'reviewed' AND e.share > 0 AND e.share < 1
WITH DISTINCT i
CALL (i) {
  OPTIONAL MATCH (i)<-[:DECIDED]-(s:Review {kind: 'suspend'})
  OPTIONAL MATCH (i)<-[:DECIDED]-(back:Review)
  WHERE back.kind IN ['undo', 'approve', 'enter-force'] AND back.ordinal > s.ordinal
  RETURN max(back.at) AS back
}
RETURN i.id AS id, coalesce(datetime(back).epochMillis, 0) AS since
ORDER BY id
