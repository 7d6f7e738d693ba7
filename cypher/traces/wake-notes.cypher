// Marks one note about each thing of these last names, so that all about it are put together anew, and says which.
// @write
// @param keys: string[]
// @param space: string
// @param except: string[]
// @row id: string
UNWIND $keys AS key
CALL (key) {
  MATCH (l:Lesson {subjectKey: key})
  WHERE l.space = $space AND l.retired IS NULL AND NOT l.id IN $except
  RETURN l ORDER BY l.id LIMIT 1
}
SET l.grouped = null
RETURN l.id AS id
ORDER BY id
