// Keeps these insights from being written by others until the transaction ends.
// @write
// @param ids: string[]
MATCH (i:Insight)
WHERE i.id IN $ids
WITH i ORDER BY i.id
SET i.version = coalesce(i.version, 1)
