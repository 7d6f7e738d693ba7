// Counts anew what insights rest on, and says of each whether anything is left and whether a person has approved it. One in force is marked.
// @write
// @param ids: string[]
// @row id: string
// @row bare: boolean
// @row draft: boolean
MATCH (i:Insight)
WHERE i.id IN $ids
CALL (i) {
  OPTIONAL MATCH (i)-[:DERIVED_FROM]->(x:Trace|Lesson)
  OPTIONAL MATCH (x)-[:LEARNED_IN]->(taught:Trace)
  WITH collect(DISTINCT CASE WHEN x:Trace THEN x ELSE taught END) AS traces, count(x) AS sources
  UNWIND CASE WHEN size(traces) = 0 THEN [null] ELSE traces END AS t
  RETURN count(t) AS support, count(DISTINCT coalesce(t.principal, '')) AS agents, count(DISTINCT t.problem) AS problems, max(sources) AS sources
}
SET i.support = support, i.agents = agents, i.problems = problems, i.version = coalesce(i.version, 1) + 1,
  i.flags = [flag IN coalesce(i.flags, []) WHERE flag <> 'sources-deleted'] + ['sources-deleted']
RETURN i.id AS id, sources = 0 AS bare, coalesce(i.kind, 'reviewed') = 'candidate' AS draft
ORDER BY id
