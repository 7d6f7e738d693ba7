// The libraries of these spaces, those taken in last first.
// @read
// @param spaces: string[]
// @row id: string
// @row key: string
MATCH (l:Library)
WHERE l.space IN $spaces
RETURN l.id AS id, l.key AS key
ORDER BY coalesce(l.ingestedAt, datetime('1970-01-01T00:00:00Z')) DESC, id
