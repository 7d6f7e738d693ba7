// The libraries of a space, how much each holds, and whether anything cites, uses or is about it.
// @read
// @param space: string
// @row key: string
// @row ecosystem: string
// @row name: string
// @row version: string
// @row docs: int
// @row apis: int
// @row pinned: boolean
// @row used: boolean
MATCH (l:Library {space: $space})
RETURN l.key AS key, l.ecosystem AS ecosystem, l.name AS name, l.version AS version,
  coalesce(l.pinned, false) AS pinned,
  COUNT { MATCH (d:Doc {library: l.key}) } AS docs,
  COUNT { MATCH (a:Api {library: l.key}) } AS apis,
  EXISTS { (l)<-[:ABOUT]-() }
    OR EXISTS { MATCH (i:Insight) WHERE i.library = l.key }
    OR EXISTS { MATCH (d:Doc {library: l.key})<-[:CITES|BACKED_BY|USED]-() }
    OR EXISTS { MATCH (a:Api {library: l.key})<-[:CITES|USES|ABOUT|USED]-() } AS used
ORDER BY key
