// Which of these ids are sections of documentation here.
// @read
// @param ids: string[]
// @param spaces: string[]
// @row id: string
MATCH (d:Doc)
WHERE d.id IN $ids AND d.space IN $spaces
RETURN d.id AS id
