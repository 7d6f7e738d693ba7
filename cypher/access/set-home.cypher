// Says where a principal writes unless a request says otherwise.
// @write
// @param principal: string
// @param space: string
// @row id: string
MATCH (p:Principal {id: $principal})
SET p.home = $space
RETURN p.id AS id
