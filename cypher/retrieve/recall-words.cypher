// Documentation found by its words in the full-text index, best first.
// @read
// @param query: string
// @param spaces: string[]
// @param libraries: string[]
// @param limit: int
// @row id: string
// @row label: string
// @row entry: string
// @row api: string?
// @row name: string
// @row kind: string?
// @row library: string?
// @row standing: float[]
// @row score: float
CALL db.index.fulltext.queryNodes('documentation_text', $query, {limit: $limit}) YIELD node AS n, score
WHERE n.space IN $spaces AND n.library IN $libraries
RETURN n.id AS id, labels(n)[0] AS label, coalesce(n.doc, n.id) AS entry,
  CASE WHEN n:Api THEN n.id WHEN n.about IS NULL THEN null ELSE 'api:' + n.library + '/' + n.about END AS api, coalesce(n.about, n.qualifiedName, n.title) AS name,
  coalesce(n.aboutKind, n.kind) AS kind, n.library AS library, coalesce(n.standing, []) AS standing, score
ORDER BY score DESC, id
