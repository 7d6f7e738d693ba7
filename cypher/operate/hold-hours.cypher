// Lets one at a time make the hours of a space, and says up to when they are final and when they were last looked at, in milliseconds since 1970.
// @write
// @param space: string
// @row until: int?
// @row madeAt: int?
MERGE (m:Meta {id: 'hours:' + $space})
SET m.lock = true
REMOVE m.lock
RETURN m.until AS until, m.madeAt AS madeAt
