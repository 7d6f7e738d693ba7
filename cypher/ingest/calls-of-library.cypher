// What the sections of a library call in their examples and link to, and how each stands.
// @read
// @param library: string
// @row id: string
// @row space: string
// @row calls: string[]
// @row links: string[]
// @row marks: string[]
// @row length: int
// @row about: string?
// @row aboutKind: string?
// @row standing: float[]
MATCH (d:Doc {library: $library})
RETURN d.id AS id, d.space AS space, coalesce(d.calls, []) AS calls, coalesce(d.links, []) AS links, coalesce(d.marks, []) AS marks, size(coalesce(d.text, '')) AS length,
  d.about AS about, d.aboutKind AS aboutKind, coalesce(d.standing, []) AS standing
ORDER BY id
