// Notes that have not been put beside the others of their kind yet, with what their vectors are made of.
// @read
// @param space: string
// @param ids: string[]
// @param limit: int
// @row id: string
// @row key: string
// @row text: string
// @row bare: boolean
MATCH (l:Lesson)
WHERE l.space = $space AND l.grouped IS NULL AND l.retired IS NULL AND l.subjectKey IS NOT NULL AND (size($ids) = 0 OR l.id IN $ids)
WITH l ORDER BY l.id LIMIT $limit
RETURN l.id AS id, l.subjectKey AS key, l.text AS text, l.embedding IS NULL AS bare
ORDER BY id
