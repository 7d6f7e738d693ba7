// Nodes in the order of their ids, after a cursor, with all that they hold.
// @read
// @param label: string
// @param after: string
// @param limit: int
// @row id: string
// @row labels: string[]
// @row properties: map
MATCH (n:$($label))
WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $limit
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
