// The libraries that a caller of these spaces may know of.
// @read
// @param spaces: string[]
// @row key: string
// @row name: string
// @row version: string
// @row title: string
// @row importNames: string[]
// @row state: string
MATCH (l:Library) WHERE l.space IN $spaces
RETURN l.key AS key, l.name AS name, l.version AS version, l.title AS title, l.importNames AS importNames, l.state AS state
ORDER BY key
