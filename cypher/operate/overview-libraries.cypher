// Of how many libraries a space holds documentation, and of how many documentation was taken in since a moment.
// @read
// @param space: string
// @param since: int
// @row held: int
// @row taken: int
MATCH (l:Library)
USING INDEX l:Library(space, ingestedAt)
WHERE l.space = $space AND l.ingestedAt IS NOT NULL
RETURN count(*) AS held, count(CASE WHEN l.ingestedAt >= datetime({epochMillis: $since}) THEN 1 END) AS taken
