// The libraries in sight with how much is known of each.
// @read
// @param spaces: string[]
// @row id: string
// @row key: string
// @row ecosystem: string
// @row name: string
// @row version: string
// @row title: string
// @row state: string
// @row ingestedAt: string?
// @row docs: int
// @row apis: int
// @row space: string
// @row pinned: boolean
MATCH (l:Library) WHERE l.space IN $spaces
RETURN l.id AS id, l.key AS key, l.ecosystem AS ecosystem, l.name AS name, l.version AS version, l.title AS title, l.state AS state,
  toString(l.ingestedAt) AS ingestedAt,
  COUNT { MATCH (d:Doc {library: l.key}) } AS docs, COUNT { MATCH (a:Api {library: l.key}) } AS apis,
  l.space AS space, coalesce(l.pinned, false) AS pinned
ORDER BY key
