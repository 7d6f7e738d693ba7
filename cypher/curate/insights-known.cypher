// Insights that stand in a space, a page of them: those that a new one is compared with. What was superseded has its successor there.
// @read
// @param space: string
// @param after: string
// @param limit: int
// @row id: string
// @row state: string
// @row title: string
// @row advice: string
// @row about: string[]
// @row embedding: float[]?
MATCH (i:Insight)
WHERE i.id > $after AND i.space = $space AND i.state <> 'superseded'
WITH i ORDER BY i.id LIMIT $limit
RETURN i.id AS id, i.state AS state, coalesce(i.title, '') AS title, coalesce(i.advice, '') AS advice,
  COLLECT { MATCH (i)-[:ABOUT]->(a:Api) RETURN DISTINCT a.qualifiedName ORDER BY a.qualifiedName } AS about, i.embedding AS embedding
ORDER BY id
