// Which of these were deleted.
// @read
// @param ids: string[]
// @row id: string
MATCH (n:Retired {kind: 'tombstone'})
WHERE n.id IN $ids
RETURN n.id AS id
ORDER BY id
