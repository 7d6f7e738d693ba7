// Makes a principal belong to a space, with what it may do there.
// @write
// @param principal: string
// @param space: string
// @param can: string
// @param role: string?
// @row space: string
MATCH (p:Principal {id: $principal})
MATCH (s:Space {id: $space})
MERGE (p)-[b:BELONGS_TO]->(s)
SET b.can = $can, b.role = $role
RETURN s.id AS space
