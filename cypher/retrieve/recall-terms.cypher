// How many entries of documentation hold each of these terms, up to a limit, and the first of them: one query a term, each as the index reads it.
// @read
// @param queries: string[]
// @param spaces: string[]
// @param libraries: string[]
// @param limit: int
// @param shown: int
// @row term: int
// @row count: int
// @row hits: map[]
UNWIND range(0, size($queries) - 1) AS term
CALL (term) {
  CALL db.index.fulltext.queryNodes('documentation_text', $queries[term], {limit: $limit}) YIELD node AS n, score
  WHERE n.space IN $spaces AND n.library IN $libraries
  WITH n, score ORDER BY score DESC, n.id
  RETURN count(n) AS count, collect({id: n.id, label: labels(n)[0], entry: coalesce(n.doc, n.id),
    api: CASE WHEN n:Api THEN n.id WHEN n.about IS NULL THEN null ELSE 'api:' + n.library + '/' + n.about END, name: coalesce(n.about, n.qualifiedName, n.title),
    kind: coalesce(n.aboutKind, n.kind), library: n.library, standing: coalesce(n.standing, []), score: score})[..$shown] AS hits
}
RETURN term, count, hits
ORDER BY term
