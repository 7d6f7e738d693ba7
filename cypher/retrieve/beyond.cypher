// The neighbours in sight of nodes that are in sight, by id: one step of a search for paths. What only keeps books is met as an end alone: that two attempts began in the same state or were cited by the same answer joins nothing.
// @read
// @param ids: string[]
// @param spaces: string[]
// @param ends: string[]
// @row id: string
// @row next: string[]
MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
WHERE n.id IN $ids AND (n:State|ErrorSignature OR n.space IN $spaces)
MATCH (n)-[r]-(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
WHERE (other:State|ErrorSignature OR other.space IN $spaces) AND (NOT other:State|Recommendation|Feedback|Review|Epoch|Retired|Job OR other.id IN $ends) AND (NOT type(r) IN ['STEP', 'SHORTCUT'] OR r.space IN $spaces)
RETURN n.id AS id, collect(DISTINCT other.id) AS next
