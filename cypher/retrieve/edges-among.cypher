// The edges in sight between some nodes and others, both given and in sight, in a fixed order.
// @read
// @param ids: string[]
// @param among: string[]
// @param spaces: string[]
// @param limit: int
// @row from: string
// @row to: string
// @row type: string
// @row note: string?
MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
WHERE n.id IN $ids AND (n:State|ErrorSignature OR n.space IN $spaces)
MATCH (n)-[r]-(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
WHERE other.id IN $among AND (other:State|ErrorSignature OR other.space IN $spaces) AND (NOT type(r) IN ['STEP', 'SHORTCUT'] OR r.space IN $spaces)
WITH startNode(r).id AS from, endNode(r).id AS to, type(r) AS type, min(left(coalesce(r.quote, r.instruction, r.reason), 300)) AS note
RETURN from, to, type, note
ORDER BY from, type, to
LIMIT $limit
