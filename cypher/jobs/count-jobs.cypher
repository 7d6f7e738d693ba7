// How many jobs there are in these spaces.
// @read
// @param spaces: string[]
// @row total: int
MATCH (j:Job)
WHERE j.space IN $spaces
RETURN count(j) AS total
