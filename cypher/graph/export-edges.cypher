// The edges that leave these nodes, in a fixed order.
// @read
// @param label: string
// @param ids: string[]
// @row from: string
// @row type: string
// @row to: string
// @row properties: map
MATCH (n:$($label))-[r]->(m)
WHERE n.id IN $ids
RETURN n.id AS from, type(r) AS type, m.id AS to, properties(r) AS properties
ORDER BY from, type, to, coalesce(r.trace, ''), coalesce(r.ordinal, 0)
