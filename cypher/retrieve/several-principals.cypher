// Whether more than one principal has told of attempts in these spaces.
// @read
// @param spaces: string[]
// @row several: boolean
MATCH (t:Trace)
WHERE t.space IN $spaces AND t.principal IS NOT NULL
WITH DISTINCT t.principal AS principal LIMIT 2
RETURN count(principal) > 1 AS several
