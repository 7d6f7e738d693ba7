// Which of these recommendations can be read in these spaces.
// @read
// @param ids: string[]
// @param spaces: string[]
// @row id: string
MATCH (r:Recommendation)
WHERE r.id IN $ids AND r.space IN $spaces
RETURN r.id AS id
