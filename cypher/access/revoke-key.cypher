// Revokes a key with the sessions and links that were opened with it, unless it is the last by which anybody may do everything; says whose it was.
// Sessions of before this was kept end with any key of their principal.
// @write
// @param id: string
// @param now: int
// @row principal: string
// @row last: boolean
MERGE (m:Meta {id: 'principals'})
SET m.lock = true
WITH m
MATCH (k:Key {id: $id})-[:OF]->(p:Principal)
CALL (k) {
  MATCH (o:Key {kind: 'key'})-[:OF]->(a:Principal {role: 'admin'})
  WHERE o.id <> k.id AND a.disabledAt IS NULL AND o.revokedAt IS NULL AND (o.expiresAt IS NULL OR o.expiresAt > $now)
  RETURN count(o) AS others
}
WITH k, p, others = 0 AND k.kind = 'key' AND p.role = 'admin' AND p.disabledAt IS NULL AND k.revokedAt IS NULL
  AND (k.expiresAt IS NULL OR k.expiresAt > $now) AS last
CALL (k, p, last) {
  WITH k, p, last WHERE NOT last
  SET k.revokedAt = coalesce(k.revokedAt, $now)
  WITH k, p WHERE k.kind = 'key'
  MATCH (s:Key)-[:OF]->(p)
  WHERE s.kind <> 'key' AND s.revokedAt IS NULL AND coalesce(s.root, k.id) = k.id
  SET s.revokedAt = $now
}
RETURN p.id AS principal, last
