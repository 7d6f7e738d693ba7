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
WITH coalesce(datetime($before), datetime('9999-12-31T23:59:59Z')) AS last
UNWIND $spaces AS space
WITH DISTINCT space, last
// Space by space the index has them in this order: what is not shown is not read.
CALL (space, last) {
  MATCH (t:Trace)
  WHERE t.space = space AND t.createdAt <= last AND ($outcome IS NULL OR t.outcome = $outcome) AND CASE WHEN t.createdAt = last THEN t.id > $after ELSE true END
  RETURN t ORDER BY t.space DESC, t.createdAt DESC, t.id LIMIT $limit
}
WITH t ORDER BY t.createdAt DESC, t.id LIMIT $limit
RETURN t.id AS id, coalesce(t.title, t.id) AS title, coalesce(t.problem, '') AS problem, coalesce(t.agent, '') AS agent, coalesce(t.outcome, 'unknown') AS outcome,
  t.space AS space, coalesce(t.tainted, false) AS tainted, toString(t.createdAt) AS createdAt
ORDER BY t.createdAt DESC, id
