// Whose key, session or link this is, as long as it holds, with the spaces in sight. A link is for one use.
// @read
// @param hash: string
// @param now: int
// @row key: string
// @row kind: string
// @row id: string
// @row name: string
// @row role: string
// @row home: string
// @row spaces: map[]
// @row lastUsedAt: int?
MATCH (k:Key {hash: $hash})-[:OF]->(p:Principal)
WHERE k.revokedAt IS NULL AND p.disabledAt IS NULL AND (k.expiresAt IS NULL OR k.expiresAt > $now)
CALL (p) {
  MATCH (s:Space)
  WHERE s.id = 'public' OR EXISTS { (p)-[:BELONGS_TO]->(s) } OR (p.role = 'admin' AND s.kind = 'team')
  OPTIONAL MATCH (p)-[b:BELONGS_TO]->(s)
  WITH s, coalesce(b.can, CASE WHEN s.id = 'public' OR p.role = 'admin' THEN 'write' ELSE 'read' END) AS can ORDER BY s.id
  RETURN collect({id: s.id, name: coalesce(s.name, s.id), kind: coalesce(s.kind, 'team'), can: can}) AS spaces
}
RETURN k.id AS key, k.kind AS kind, p.id AS id, p.name AS name, p.role AS role, coalesce(p.home, 'public') AS home, spaces, k.lastUsedAt AS lastUsedAt
