// The libraries that documentation came in as, with their sections and APIs. For eval:scale.
// @read
// @row key: string
// @row nodes: int
// @row growing: boolean
MATCH (l:Library)
RETURN l.key AS key, COUNT { MATCH (d:Doc {library: l.key}) } + COUNT { MATCH (a:Api {library: l.key}) } AS nodes,
  coalesce(l.growing, false) AS growing
ORDER BY key
