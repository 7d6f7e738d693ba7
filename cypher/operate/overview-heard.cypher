// When each source last handed an attempt into a space, as far as hours since a moment tell, in milliseconds since 1970, and how many since then.
// @read
// @param space: string
// @param since: int
// @row source: string
// @row last: int
// @row n: int
MATCH (h:Hour)
WHERE h.space = $space AND h.at >= datetime({epochMillis: $since})
UNWIND h.came AS came
WITH split(came, ' ') AS parts
RETURN parts[0] AS source, max(toInteger(parts[3])) AS last, sum(toInteger(parts[2])) AS n
ORDER BY last DESC, source
