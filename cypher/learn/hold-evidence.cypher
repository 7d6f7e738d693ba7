// The evidence of these nodes of a space as they keep it; nobody else changes it until the transaction ends. Ids come in order: two transactions that hold the same nodes do not wait for each other.
// @write
// @param ids: string[]
// @param space: string
// @row id: string
// @row passed: float
// @row failed: float
// @row uses: int
// @row at: int?
// @row of: string[]
// @row passedOf: float[]
// @row failedOf: float[]
UNWIND $ids AS id
MATCH (n:Doc|Api|Problem|Trace|Lesson|Insight|Retired {id: id})
WHERE n.space = $space
SET n.lock = true
REMOVE n.lock
WITH DISTINCT n
RETURN n.id AS id, toFloat(coalesce(n.evidencePassed, 0)) AS passed, toFloat(coalesce(n.evidenceFailed, 0)) AS failed, toInteger(coalesce(n.evidenceUses, 0)) AS uses,
  n.evidenceAt.epochMillis AS at, coalesce(n.evidenceOf, []) AS of, coalesce(n.evidencePassedOf, []) AS passedOf, coalesce(n.evidenceFailedOf, []) AS failedOf
ORDER BY id
