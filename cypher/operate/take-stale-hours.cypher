// Takes notes that hours of a space are stale, and says which, in milliseconds since 1970.
// @write
// @param space: string
// @param most: int
// @row at: int
// @row notes: int
MATCH (s:StaleHour)
WHERE s.space = $space
WITH s, s.at.epochMillis AS at LIMIT $most
DELETE s
WITH at, count(*) AS notes
RETURN at, notes
ORDER BY at
