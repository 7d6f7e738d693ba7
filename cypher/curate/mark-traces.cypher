// Puts traces that no run has seen into this one, and says how many.
// @write
// @param run: int
// @param space: string
// @param limit: int
// @row marked: int
MATCH (t:Trace)
WHERE t.curation IS NULL AND t.space = $space
WITH t LIMIT $limit
SET t.curation = $run
RETURN count(t) AS marked
