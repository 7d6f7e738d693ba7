// When the hours of a space were made last, in milliseconds since 1970.
// @read
// @param space: string
// @row madeAt: int?
MATCH (m:Meta {id: 'hours:' + $space})
RETURN m.madeAt AS madeAt
