// Copies the edges that leave a library's sections to what was copied with them. For eval:scale.
// @batched
// @param library: string
// @param world: string
// @param root: string
// @param rows: int
MATCH (n:Doc {library: $library})-[r]->(m:Doc|Api|Library)
CALL (n, r, m) {
  WITH n, r, m, replace(coalesce(m.library, m.key), '@', $world + '@') AS other
  MATCH (from:Doc {id: replace(n.id, n.library, replace(n.library, '@', $world + '@'))})
  MATCH (to:Doc|Api|Library {id: CASE WHEN m:Api THEN 'api:' + other + '/' + CASE WHEN m.qualifiedName CONTAINS '.' THEN split(m.qualifiedName, '.')[0] + $root + substring(m.qualifiedName, size(split(m.qualifiedName, '.')[0])) ELSE m.qualifiedName END ELSE replace(m.id, coalesce(m.library, m.key), other) END})
  CREATE (from)-[c:$(type(r))]->(to)
  SET c = properties(r)
} IN TRANSACTIONS OF $rows ROWS
