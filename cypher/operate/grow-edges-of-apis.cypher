// Copies the edges that leave a library's APIs to what was copied with them. For eval:scale.
// @batched
// @param library: string
// @param world: string
// @param root: string
// @param rows: int
MATCH (n:Api {library: $library})-[r]->(m:Api|Library)
CALL (n, r, m) {
  WITH n, r, m, replace(coalesce(m.library, m.key), '@', $world + '@') AS other
  MATCH (from:Api {id: 'api:' + replace(n.library, '@', $world + '@') + '/' + CASE WHEN n.qualifiedName CONTAINS '.' THEN split(n.qualifiedName, '.')[0] + $root + substring(n.qualifiedName, size(split(n.qualifiedName, '.')[0])) ELSE n.qualifiedName END})
  MATCH (to:Api|Library {id: CASE WHEN m:Api THEN 'api:' + other + '/' + CASE WHEN m.qualifiedName CONTAINS '.' THEN split(m.qualifiedName, '.')[0] + $root + substring(m.qualifiedName, size(split(m.qualifiedName, '.')[0])) ELSE m.qualifiedName END ELSE replace(m.id, m.key, other) END})
  CREATE (from)-[c:$(type(r))]->(to)
  SET c = properties(r)
} IN TRANSACTIONS OF $rows ROWS
