// Which of these notes no attempt teaches any more.
// @read
// @param ids: string[]
// @row id: string
MATCH (l:Lesson)
WHERE l.id IN $ids AND NOT EXISTS { (l)-[:LEARNED_IN]->(:Trace) }
RETURN l.id AS id
ORDER BY id
