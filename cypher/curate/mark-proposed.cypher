// Remembers that notes were looked at as they stand now.
// @write
// @param ids: string[]
MATCH (l:Lesson)
WHERE l.id IN $ids
SET l.proposed = toString(l.witnesses) + ' ' + toString(l.principals) + ' ' + l.trust + ' ' + toString(l.disputed) + ' ' + toString(l.weight)
