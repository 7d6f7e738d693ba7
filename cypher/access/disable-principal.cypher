// Shuts a principal out, or lets it in again, unless that would leave nobody who may do everything.
// @write
// @param id: string
// @param now: int?
// @row id: string
// @row others: int
MERGE (m:Meta {id: 'principals'})
SET m.lock = true
WITH m
MATCH (p:Principal {id: $id})
CALL (p) {
  MATCH (o:Principal {role: 'admin'})
  WHERE o.id <> p.id AND o.disabledAt IS NULL AND EXISTS {
    MATCH (k:Key {kind: 'key'})-[:OF]->(o)
    WHERE k.revokedAt IS NULL AND (k.expiresAt IS NULL OR k.expiresAt > coalesce($now, 0))
  }
  RETURN count(o) AS others
}
FOREACH (_ IN CASE WHEN $now IS NULL OR others > 0 OR p.role <> 'admin' THEN [1] ELSE [] END | SET p.disabledAt = $now)
RETURN p.id AS id, CASE p.role WHEN 'admin' THEN others ELSE 1 END AS others
