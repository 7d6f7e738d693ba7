// What lots decided in the hours of a space, the latest hours first.
// @read
// @param space: string
// @param from: int
// @param to: int
// @param most: int
// @row lot: string
MATCH (h:Hour)
WHERE h.space = $space AND h.at >= datetime({epochMillis: $from}) AND h.at < datetime({epochMillis: $to})
WITH h ORDER BY h.space DESC, h.at DESC
UNWIND h.lots AS lot
RETURN lot LIMIT $most
