// Whether somebody who may do everything has a key that holds.
// @read
// @param now: int
// @row any: boolean
RETURN EXISTS {
  MATCH (k:Key {kind: 'key'})-[:OF]->(p:Principal {role: 'admin'})
  WHERE k.revokedAt IS NULL AND p.disabledAt IS NULL AND (k.expiresAt IS NULL OR k.expiresAt > $now)
} AS any
