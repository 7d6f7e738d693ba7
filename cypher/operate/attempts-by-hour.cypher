// Attempts that came into a space within these times, by the hour, by the kind of recording that they came from (of a host, or recorded by the agent itself) and by outcome, with when the last of them came, in milliseconds since 1970.
// @read
// @param space: string
// @param windows: map[]
// @row hour: int
// @row source: string
// @row outcome: string
// @row n: int
// @row last: int
UNWIND $windows AS w
MATCH (t:Trace)
WHERE t.space = $space AND t.createdAt >= datetime({epochMillis: toInteger(w.from)}) AND t.createdAt < datetime({epochMillis: toInteger(w.to)})
WITH t.createdAt.epochMillis AS at, coalesce(t.format, 'recorded') AS source, coalesce(t.outcome, 'unknown') AS outcome
RETURN at - at % 3600000 AS hour, source, outcome, count(*) AS n, max(at) AS last
ORDER BY hour, source, outcome
