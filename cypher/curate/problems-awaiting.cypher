// Problems whose attempts stood alone in earlier runs, for when something like them comes.
// @read
// @param space: string
// @param limit: int
// @row id: string
MATCH (p:Problem)
WHERE p.awaits AND p.space = $space
RETURN p.id AS id ORDER BY id LIMIT $limit
