// Attempts in the hours of a space over equal stretches of time, by source and outcome.
// @read
// @param space: string
// @param from: int
// @param to: int
// @param step: int
// @row stretch: int
// @row source: string
// @row outcome: string
// @row n: int
MATCH (h:Hour)
WHERE h.space = $space AND h.at >= datetime({epochMillis: $from}) AND h.at < datetime({epochMillis: $to})
UNWIND h.came AS came
WITH (h.at.epochMillis - $from) / $step AS stretch, split(came, ' ') AS parts
RETURN stretch, parts[0] AS source, parts[1] AS outcome, sum(toInteger(parts[2])) AS n
ORDER BY stretch, source, outcome
