// Those of these insights that are in force in a space: agents are shown them.
// @read
// @param ids: string[]
// @param space: string
// @row id: string
// @row title: string
MATCH (n:Insight)
WHERE n.id IN $ids AND n.kind = 'reviewed' AND n.space = $space
RETURN n.id AS id, n.title AS title
ORDER BY id
