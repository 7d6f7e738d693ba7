// Documentation close in meaning, best first.
// @read
// @param vector: float[]
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
MATCH (n:Doc|Api)
  SEARCH n IN (VECTOR INDEX memory_vector FOR $vector WHERE n.space IN $spaces AND n.library IN $libraries LIMIT $limit) SCORE AS score
RETURN n.id AS id, labels(n)[0] AS label, coalesce(n.doc, n.id) AS entry,
  CASE WHEN n:Api THEN n.id WHEN n.about IS NULL THEN null ELSE 'api:' + n.library + '/' + n.about END AS api, coalesce(n.about, n.qualifiedName, n.title) AS name,
  coalesce(n.aboutKind, n.kind) AS kind, n.library AS library, coalesce(n.standing, []) AS standing, score
ORDER BY score DESC, id
