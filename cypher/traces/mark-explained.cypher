// Remembers who was asked what attempts teach, so that nobody is asked twice.
// @write
// @param ids: string[]
// @param by: string
MATCH (t:Trace)
WHERE t.id IN $ids
SET t.lessonBy = $by
