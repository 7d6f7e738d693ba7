// Writes a key, session or link of a principal that is there; only the hash of what opens is kept.
// @write
// @param principal: string
// @param id: string
// @param hash: string
// @param kind: string
// @param now: int
// @param expiresAt: int?
// @row id: string
MATCH (p:Principal {id: $principal})
WHERE p.disabledAt IS NULL
CREATE (k:Key {id: $id, hash: $hash, kind: $kind, createdAt: $now, expiresAt: $expiresAt})
CREATE (k)-[:OF]->(p)
RETURN k.id AS id
