// Versions of libraries that projects have locked from which was asked within so many days, and how many questions came from them.
// @read
// @param space: string
// @param days: int
// @row locked: string
// @row questions: int
MATCH (r:Recommendation)
WHERE r.space = $space AND r.createdAt > datetime() - duration({days: $days}) AND r.locked IS NOT NULL
UNWIND r.locked AS locked
RETURN locked, count(*) AS questions
ORDER BY questions DESC, locked
LIMIT 1000
