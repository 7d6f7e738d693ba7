// The spaces that hold notes which have not been put beside the others yet.
// @read
// @row space: string
MATCH (l:Lesson)
WHERE l.grouped IS NULL AND l.retired IS NULL AND l.subjectKey IS NOT NULL
RETURN DISTINCT l.space AS space
ORDER BY space
