// The neighbours in sight of a node along edges of one type and direction, a page of them by id, and how many there are in all.
// @read
// @param id: string
// @param type: string
// @param out: boolean
// @param after: string
// @param first: int
// @param spaces: string[]
// @row ids: string[]
// @row total: int
MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
WHERE n.id = $id AND (n:State|ErrorSignature OR n.space IN $spaces)
CALL (n) {
  MATCH (n)-[r]-(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
  WHERE type(r) = $type AND (CASE WHEN $out THEN startNode(r) ELSE endNode(r) END) = n
    AND (other:State|ErrorSignature OR other.space IN $spaces) AND (NOT type(r) IN ['STEP', 'SHORTCUT'] OR r.space IN $spaces)
  WITH DISTINCT other.id AS id ORDER BY id
  RETURN collect(id) AS found
}
RETURN [id IN found WHERE id > $after][..$first] AS ids, size(found) AS total
