// Removes sessions and links that are over.
// @write
// @param now: int
MATCH (k:Key)
WHERE k.kind <> 'key' AND (k.expiresAt < $now OR k.revokedAt IS NOT NULL)
DETACH DELETE k
