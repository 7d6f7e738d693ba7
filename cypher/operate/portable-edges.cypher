// Every edge between those nodes, with all that it holds.
// @read
// @param labels: string[]
// @row from: string
// @row type: string
// @row to: string
// @row properties: map
MATCH (n)-[r]->(m)
WHERE any(label IN labels(n) WHERE label IN $labels) AND NOT (n:Key AND n.kind <> 'key')
  AND any(label IN labels(m) WHERE label IN $labels)
RETURN elementId(n) AS from, type(r) AS type, elementId(m) AS to, properties(r) AS properties
