// How many libraries a space holds, and of how many documentation was taken in since a moment.
// @read
// @param space: string
// @param since: int
// @row held: int
// @row taken: int
MATCH (l:Library)
WHERE l.space = $space
RETURN count(*) AS held, count(CASE WHEN l.ingestedAt >= datetime({epochMillis: $since}) THEN 1 END) AS taken
