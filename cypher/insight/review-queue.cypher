// Insights in these states, the oldest first, after a place in that order.
// @read
// @param space: string
// @param states: string[]
// @param library: string?
// @param gap: string?
// @param flag: string?
// @param afterTime: int
// @param afterId: string
// @param limit: int
// @row id: string
// @row createdAt: int
// @row node: map
MATCH (i:Insight)
WHERE i.state IN $states AND i.space = $space AND ($library IS NULL OR i.library = $library) AND ($gap IS NULL OR i.gap = $gap)
  AND ($flag IS NULL OR $flag IN coalesce(i.flags, []))
WITH i, coalesce(i.createdAt.epochMillis, 0) AS createdAt
WHERE createdAt > $afterTime OR (createdAt = $afterTime AND i.id > $afterId)
WITH i, createdAt
ORDER BY createdAt, i.id
LIMIT $limit
RETURN i.id AS id, createdAt, i {.*, embedding: null, createdAt: toString(i.createdAt)} AS node
ORDER BY createdAt, id
