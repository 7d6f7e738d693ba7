// How many jobs there are in sight, by how they stand.
// @read
// @param spaces: string[]
// @row state: string
// @row count: int
MATCH (j:Job)
WHERE coalesce(j.space, 'public') IN $spaces
RETURN j.state AS state, count(*) AS count
