// Removes the clusters of a run, one batch, and says how many went.
// @write
// @param prefix: string
// @param limit: int
// @row removed: int
MATCH (m:Meta)
WHERE m.id STARTS WITH $prefix
WITH m LIMIT $limit
DELETE m
RETURN count(*) AS removed
