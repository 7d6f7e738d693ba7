// Principals with their keys and the spaces they belong to; sessions and links are not listed.
// @read
// @param ids: string[]
// @row id: string
// @row name: string
// @row role: string
// @row space: string
// @row createdAt: int
// @row disabledAt: int?
// @row spaces: map[]
// @row keys: map[]
MATCH (p:Principal)
WHERE size($ids) = 0 OR p.id IN $ids
RETURN p.id AS id, p.name AS name, p.role AS role, coalesce(p.home, 'public') AS space, p.createdAt AS createdAt, p.disabledAt AS disabledAt,
  COLLECT { MATCH (p)-[b:BELONGS_TO]->(s:Space) RETURN {space: s.id, can: b.can, role: b.role} ORDER BY s.id } AS spaces,
  COLLECT {
    MATCH (k:Key {kind: 'key'})-[:OF]->(p)
    RETURN {id: k.id, createdAt: k.createdAt, lastUsedAt: k.lastUsedAt, expiresAt: k.expiresAt, revokedAt: k.revokedAt} ORDER BY k.createdAt, k.id
  } AS keys
ORDER BY id
