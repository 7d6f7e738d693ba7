// Copies the APIs of a library under another name, that of their module with it, their vectors a little off. For eval:scale.
// @batched
// @param library: string
// @param world: string
// @param root: string
// @param noise: float
// @param rows: int
MATCH (a:Api {library: $library})
CALL (a) {
  WITH a, a.embedding AS vector, replace(a.library, '@', $world + '@') AS library,
    CASE WHEN a.qualifiedName CONTAINS '.' THEN split(a.qualifiedName, '.')[0] + $root + substring(a.qualifiedName, size(split(a.qualifiedName, '.')[0])) ELSE a.qualifiedName END AS name
  CREATE (c:Api)
  SET c = a {.*, library: library, id: 'api:' + library + '/' + name, qualifiedName: name, title: name, page: replace(a.page, a.library, library),
    doc: replace(a.doc, a.library, library), aliasOf: [], replacedBy: [], embedding: [x IN vector | x + $noise * (rand() - 0.5)]}
} IN TRANSACTIONS OF $rows ROWS
