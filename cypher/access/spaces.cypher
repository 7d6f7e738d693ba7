// Spaces of these ids, or all, with who belongs to each.
// @read
// @param ids: string[]
// @row id: string
// @row name: string
// @row kind: string
// @row members: map[]
MATCH (s:Space)
WHERE size($ids) = 0 OR s.id IN $ids
RETURN s.id AS id, coalesce(s.name, s.id) AS name, coalesce(s.kind, 'team') AS kind,
  COLLECT { MATCH (p:Principal)-[b:BELONGS_TO]->(s) RETURN {principal: p.id, name: p.name, can: b.can, role: b.role} ORDER BY p.id } AS members
ORDER BY id
