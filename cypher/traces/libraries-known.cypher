// The libraries of these spaces, by the names that a trace may call it.
// @read
// @param spaces: string[]
// @row id: string
// @row key: string
// @row name: string
MATCH (l:Library)
WHERE l.space IN $spaces
RETURN l.id AS id, coalesce(l.key, substring(l.id, 8)) AS key, coalesce(l.name, '') AS name
ORDER BY id
