// Puts the candidates of a space that pass their gates into the queue of the curators, and says how many.
// @write
// @param space: string
// @row queued: int
MATCH (i:Insight)
WHERE i.state = 'candidate' AND i.ready AND i.space = $space
SET i.state = 'in-review', i.ready = null, i.version = toInteger(coalesce(i.version, 0)) + 1
RETURN count(i) AS queued
