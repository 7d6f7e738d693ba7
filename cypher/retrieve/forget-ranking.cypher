// Puts the shipped order in force again in a space; what was learned from stays counted, so that it is not learned again at once.
// @write
// @param id: string
// @row forgotten: boolean
MATCH (m:Meta {id: $id})
WITH m, m.ranking IS NOT NULL AS forgotten
REMOVE m.ranking
RETURN forgotten
