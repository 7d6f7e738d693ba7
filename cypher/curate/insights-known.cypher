// Insights that stand in a space, a page of them: those that a new one is compared with. What was superseded has its successor there.
// @read
// @param space: string
// @param after: string
// @param limit: int
// @row id: string
// @row state: string
// @row lineage: string
// @row revision: int
// @row refines: string?
// @row title: string
// @row advice: string
// @row avoid: string
// @row library: string?
// @row gap: string?
// @row tainted: boolean
// @row selfJudged: boolean
// @row recommends: string[]?
// @row avoids: string[]?
// @row about: string[]
// @row embedding: float[]?
MATCH (i:Insight)
WHERE i.id > $after AND i.space = $space AND i.state <> 'superseded'
WITH i ORDER BY i.id LIMIT $limit
RETURN i.id AS id, i.state AS state, coalesce(i.lineage, i.id) AS lineage, toInteger(coalesce(i.revision, 1)) AS revision, i.refines AS refines, coalesce(i.title, '') AS title,
  coalesce(i.advice, '') AS advice, coalesce(i.avoid, '') AS avoid, i.library AS library, i.gap AS gap, coalesce(i.tainted, false) AS tainted,
  'self-judged' IN coalesce(i.flags, []) AS selfJudged,
  i.recommends AS recommends, i.avoids AS avoids, COLLECT { MATCH (i)-[:ABOUT]->(a:Api) RETURN DISTINCT a.qualifiedName ORDER BY a.qualifiedName } AS about,
  i.embedding AS embedding
ORDER BY id
