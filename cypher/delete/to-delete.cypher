// What these ids name that can be deleted, in these spaces: attempts, notes, answers, and what was said of answers.
// @read
// @param ids: string[]
// @param spaces: string[]
// @row id: string
// @row label: string
// @row space: string
MATCH (n:Trace|Lesson|Recommendation|Feedback)
WHERE n.id IN $ids AND n.space IN $spaces
RETURN n.id AS id, labels(n)[0] AS label, n.space AS space
ORDER BY id
