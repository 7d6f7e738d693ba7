// Whose key, session or link this is, as long as it holds, with the spaces that it belongs to. A link is for one use.
// Simple on purpose: every start plans it before the first answer.
// @read
// @param hash: string
// @param now: int
// @row key: string
// @row kind: string
// @row root: string?
// @row id: string
// @row name: string
// @row role: string
// @row home: string
// @row spaces: map[]
// @row lastUsedAt: int?
MATCH (k:Key {hash: $hash})-[:OF]->(p:Principal)
WHERE k.revokedAt IS NULL AND p.disabledAt IS NULL AND (k.expiresAt IS NULL OR k.expiresAt > $now)
OPTIONAL MATCH (p)-[b:BELONGS_TO]->(s:Space)
RETURN k.id AS key, k.kind AS kind, CASE k.kind WHEN 'key' THEN k.id ELSE k.root END AS root, p.id AS id, p.name AS name, p.role AS role, coalesce(p.home, 'public') AS home,
  collect(CASE WHEN s IS NOT NULL THEN {id: s.id, name: coalesce(s.name, s.id), kind: coalesce(s.kind, 'team'), can: b.can, role: b.role} END) AS spaces,
  k.lastUsedAt AS lastUsedAt
