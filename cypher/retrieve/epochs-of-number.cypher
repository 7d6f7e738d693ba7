// The epochs of a number in these spaces.
// @read
// @param number: int
// @param spaces: string[]
// @row id: string
MATCH (e:Epoch)
WHERE e.number = $number AND e.space IN $spaces
RETURN e.id AS id
ORDER BY id
