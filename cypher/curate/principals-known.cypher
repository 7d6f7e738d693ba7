// How many different principals recorded traces in a space.
// @read
// @param space: string
// @row known: int
MATCH (t:Trace)
WHERE t.space = $space AND t.principal IS NOT NULL
RETURN count(DISTINCT t.principal) AS known
