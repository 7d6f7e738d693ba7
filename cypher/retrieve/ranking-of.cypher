// What was learned of the order of documentation in a space.
// @read
// @param id: string
// @row report: string?
// @row ranking: string?
// @row problems: int
// @row learnedAt: string?
MATCH (m:Meta {id: $id})
RETURN m.report AS report, m.ranking AS ranking, coalesce(m.problems, 0) AS problems, toString(m.learnedAt) AS learnedAt
