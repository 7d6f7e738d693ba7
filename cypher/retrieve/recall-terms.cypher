// How many entries of documentation hold each of these terms, up to a limit, and which where they are few: one query a term, each as the index reads it.
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
  WITH collect({n: n, score: score}) AS found
  RETURN size(found) AS count, [hit IN CASE WHEN size(found) > $shown THEN [] ELSE found END | {id: hit.n.id, label: labels(hit.n)[0], entry: coalesce(hit.n.doc, hit.n.id),
    api: CASE WHEN hit.n:Api THEN hit.n.id WHEN hit.n.about IS NULL THEN null ELSE 'api:' + hit.n.library + '/' + hit.n.about END, name: coalesce(hit.n.about, hit.n.qualifiedName, hit.n.title),
    kind: coalesce(hit.n.aboutKind, hit.n.kind), library: hit.n.library, standing: coalesce(hit.n.standing, []), score: hit.score}] AS hits
}
RETURN term, count, hits
ORDER BY term
