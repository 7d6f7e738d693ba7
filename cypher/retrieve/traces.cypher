// Attempts of these spaces after a place in their order, the newest first.
// @read
// @param spaces: string[]
// @param outcome: string?
// @param before: string?
// @param after: string
// @param limit: int
// @row id: string
// @row title: string
// @row problem: string
// @row agent: string
// @row outcome: string
// @row space: string
// @row tainted: boolean
// @row createdAt: string
MATCH (t:Trace)
WHERE t.space IN $spaces AND ($outcome IS NULL OR t.outcome = $outcome)
  AND ($before IS NULL OR t.createdAt < datetime($before) OR (t.createdAt = datetime($before) AND t.id > $after))
WITH t ORDER BY t.createdAt DESC, t.id LIMIT $limit
RETURN t.id AS id, coalesce(t.title, t.id) AS title, coalesce(t.problem, '') AS problem, coalesce(t.agent, '') AS agent, coalesce(t.outcome, 'unknown') AS outcome,
  t.space AS space, coalesce(t.tainted, false) AS tainted, toString(t.createdAt) AS createdAt
ORDER BY t.createdAt DESC, id
