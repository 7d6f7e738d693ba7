// Whether there is any experience in these spaces, and the order of documentation that was learned from it, from most problems first.
// @read
// @param spaces: string[]
// @param rankings: string[]
// @row any: boolean
// @row rankings: string[]
RETURN EXISTS { MATCH (p:Problem) WHERE p.space IN $spaces AND p.createdAt IS NOT NULL } OR EXISTS { MATCH (i:Insight) WHERE i.space IN $spaces AND i.state IS NOT NULL } AS any, COLLECT {
  MATCH (m:Meta) WHERE m.id IN $rankings AND m.ranking IS NOT NULL
  RETURN m.ranking ORDER BY m.problems DESC, m.id
} AS rankings
