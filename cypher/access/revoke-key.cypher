// Takes a key back, and says whose it was.
// @write
// @param id: string
// @param now: int
// @row principal: string
MATCH (k:Key {id: $id})-[:OF]->(p:Principal)
SET k.revokedAt = coalesce(k.revokedAt, $now)
RETURN p.id AS principal
