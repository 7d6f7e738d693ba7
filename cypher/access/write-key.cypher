// Writes a key, session or link of a principal that is there; only the hash of what opens is kept. What was opened with a key does not outlast it.
// @write
// @param principal: string
// @param id: string
// @param hash: string
// @param kind: string
// @param root: string?
// @param now: int
// @param expiresAt: int?
// @row id: string
// @row expiresAt: int?
MATCH (p:Principal {id: $principal})
WHERE p.disabledAt IS NULL
OPTIONAL MATCH (r:Key {id: $root})
WITH p, r WHERE r.revokedAt IS NULL
WITH p, CASE WHEN r.expiresAt < coalesce($expiresAt, r.expiresAt + 1) THEN r.expiresAt ELSE $expiresAt END AS ends
CREATE (k:Key {id: $id, hash: $hash, kind: $kind, root: $root, createdAt: $now, expiresAt: ends})
CREATE (k)-[:OF]->(p)
RETURN k.id AS id, ends AS expiresAt
