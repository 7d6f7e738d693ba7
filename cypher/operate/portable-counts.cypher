// How many nodes and edges there are to be copied.
// @read
// @param labels: string[]
// @row nodes: int
// @row edges: int
MATCH (n)
WHERE any(label IN labels(n) WHERE label IN $labels) AND NOT (n:Key AND n.kind <> 'key')
RETURN count(n) AS nodes, sum(COUNT { (n)-->(m) WHERE any(label IN labels(m) WHERE label IN $labels) }) AS edges
