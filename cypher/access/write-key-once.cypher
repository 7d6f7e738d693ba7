// Writes the key of who has the machine, who is let in again with a new one, unless it is known: one that was revoked stays so, and one of somebody else's is not taken over.
// @write
// @param principal: string
// @param id: string
// @param hash: string
// @param now: int
// @row principal: string
MATCH (p:Principal {id: $principal})
MERGE (k:Key {hash: $hash})
ON CREATE SET k.id = $id, k.kind = 'key', k.createdAt = $now, k.fresh = true
WITH p, k, coalesce(k.fresh, false) AS fresh
REMOVE k.fresh
FOREACH (_ IN CASE WHEN fresh THEN [1] ELSE [] END | CREATE (k)-[:OF]->(p) SET p.disabledAt = null)
WITH k
MATCH (k)-[:OF]->(o:Principal)
RETURN o.id AS principal
