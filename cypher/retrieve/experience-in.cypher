// Whether there is any experience in these spaces, and the order of documentation that was learned from it, from most problems first.
// @read
// @param spaces: string[]
// @param rankings: string[]
// @row any: boolean
// @row rankings: string[]
RETURN EXISTS { MATCH (n:Problem|Insight) WHERE n.space IN $spaces } AS any, COLLECT {
  MATCH (m:Meta) WHERE m.id IN $rankings AND m.ranking IS NOT NULL
  RETURN m.ranking ORDER BY m.problems DESC, m.id
} AS rankings
