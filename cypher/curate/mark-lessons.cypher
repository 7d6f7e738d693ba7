// Puts lessons that no run has seen into this one, and says how many.
// @write
// @param run: int
// @param space: string
// @param limit: int
// @row marked: int
MATCH (l:Lesson)
WHERE l.curation IS NULL AND l.space = $space
WITH l LIMIT $limit
SET l.curation = $run
RETURN count(l) AS marked
