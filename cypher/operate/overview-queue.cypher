// What waits for a curator in a space, by state, with when the oldest of each came, in milliseconds since 1970.
// @read
// @param space: string
// @param states: string[]
// @row state: string
// @row waiting: int
// @row oldest: int?
MATCH (i:Insight)
USING INDEX i:Insight(space, state)
WHERE i.space = $space AND i.state IN $states
RETURN i.state AS state, count(*) AS waiting, min(i.createdAt.epochMillis) AS oldest
ORDER BY state
