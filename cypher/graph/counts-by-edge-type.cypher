// How many edges of each type there are.
// @read
// @row type: string
// @row count: int
MATCH ()-[r]->()
RETURN type(r) AS type, count(*) AS count
ORDER BY type
