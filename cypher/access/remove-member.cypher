// Ends that a principal belongs to a space; what it wrote there stays.
// @write
// @param principal: string
// @param space: string
// @row removed: int
MATCH (p:Principal {id: $principal})-[b:BELONGS_TO]->(:Space {id: $space})
DELETE b
SET p.home = CASE WHEN p.home = $space THEN 'public' ELSE p.home END
RETURN count(*) AS removed
