// Remembers when a key was last used.
// @write
// @param id: string
// @param now: int
MATCH (k:Key {id: $id})
SET k.lastUsedAt = $now
