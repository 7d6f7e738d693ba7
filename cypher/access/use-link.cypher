// Uses up a link: the first that comes gets whose it was, nobody after.
// @write
// @param hash: string
// @param now: int
// @row principal: string
// @row root: string?
MATCH (k:Key {hash: $hash, kind: 'link'})-[:OF]->(p:Principal)
SET k.lock = true
REMOVE k.lock
WITH k, p
WHERE k.revokedAt IS NULL AND p.disabledAt IS NULL AND k.expiresAt > $now
SET k.revokedAt = $now, k.lastUsedAt = $now
RETURN p.id AS principal, k.root AS root
