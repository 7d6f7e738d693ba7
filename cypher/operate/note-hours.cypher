// Notes up to when the hours of a space are final, and when they were made last; null where more is to be made at once.
// @write
// @param space: string
// @param until: int
// @param madeAt: int?
MATCH (m:Meta {id: 'hours:' + $space})
SET m.until = $until, m.madeAt = $madeAt
