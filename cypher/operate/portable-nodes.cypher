// Every node with all that it holds; sessions and links of a login are nobody's to copy.
// @read
// @param labels: string[]
// @row element: string
// @row labels: string[]
// @row properties: map
MATCH (n)
WHERE any(label IN labels(n) WHERE label IN $labels) AND NOT (n:Key AND n.kind <> 'key')
RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS properties
