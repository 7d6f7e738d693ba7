// Whether more than one principal has told of attempts in these spaces.
// @read
// @param spaces: string[]
// @row several: boolean
UNWIND $spaces AS space
CALL (space) {
  // The first and the last by name: the index has both without the others.
  MATCH (t:Trace)
  WHERE t.space = space AND t.principal IS NOT NULL
  RETURN t.principal AS principal ORDER BY t.space, t.principal LIMIT 1
  UNION
  MATCH (t:Trace)
  WHERE t.space = space AND t.principal IS NOT NULL
  RETURN t.principal AS principal ORDER BY t.space DESC, t.principal DESC LIMIT 1
}
RETURN count(DISTINCT principal) > 1 AS several
