// What the memory lacks and nobody has filled yet.
// @read
// @param space: string
// @param examples: int
// @row count: int
// @row examples: map[]
MATCH (n:KnowledgeRequest {state: 'open'})
WHERE n.space = $space
WITH n ORDER BY n.id
RETURN count(n) AS count, collect({id: n.id, title: left(coalesce(n.title, n.text, n.question, n.id), 200)})[..$examples] AS examples
