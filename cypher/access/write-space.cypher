// Writes a space unless one of that id is there, and says whether it was written.
// @write
// @param id: string
// @param name: string
// @param kind: string
// @row fresh: boolean
MERGE (s:Space {id: $id})
ON CREATE SET s.fresh = true
WITH s, coalesce(s.fresh, false) OR s.kind IS NULL AS fresh
REMOVE s.fresh
FOREACH (_ IN CASE WHEN fresh THEN [1] ELSE [] END | SET s.name = $name, s.kind = $kind)
RETURN fresh
