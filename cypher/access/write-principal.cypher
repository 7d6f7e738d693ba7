// Writes a principal unless one of that id is there, and says whether it was written.
// @write
// @param id: string
// @param name: string
// @param role: string
// @param home: string
// @param now: int
// @row fresh: boolean
MERGE (p:Principal {id: $id})
ON CREATE SET p.name = $name, p.role = $role, p.home = $home, p.createdAt = $now, p.fresh = true
WITH p, coalesce(p.fresh, false) AS fresh
REMOVE p.fresh
RETURN fresh
