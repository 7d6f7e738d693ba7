// What outcomes say of these nodes, as it counts now; those of which nothing is known are missing.
// @read
// @param ids: string[]
// @param spaces: string[]
// @param now: int
// @param halfLife: int
// @row id: string
// @row passed: float
// @row failed: float
// @row uses: int
// @row at: int
MATCH (n:Doc|Api|Problem|Trace|Lesson|Insight)
WHERE n.id IN $ids AND n.space IN $spaces AND n.evidenceAt IS NOT NULL
WITH n, n.evidenceAt.epochMillis AS seen
WITH n, CASE WHEN seen > $now THEN seen ELSE $now END AS at, seen
WITH n, at, 0.5 ^ (toFloat(at - seen) / $halfLife) AS kept
RETURN n.id AS id, n.evidencePassed * kept AS passed, n.evidenceFailed * kept AS failed, n.evidenceUses AS uses, at
ORDER BY id
