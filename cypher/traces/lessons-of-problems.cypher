// The lessons of problems that follow from their attempts by rule, as far as it must be known to keep them up to date.
// @read
// @param problems: string[]
// @param space: string
// @row id: string
MATCH (l:Lesson)
WHERE l.problem IN $problems AND l.space = $space AND coalesce(l.writer, 'rules') = 'rules'
RETURN l.id AS id
