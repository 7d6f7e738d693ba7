// Insights and lessons about these APIs, and traces behind shortcuts that use them, with what they are flagged for already.
// @read
// @param apis: string[]
// @param space: string
// @row id: string
// @row label: string
// @row changes: string?
// @row apis: string[]
CALL () {
  MATCH (a:Api)<-[:ABOUT]-(n:Insight|Lesson)
  WHERE a.id IN $apis AND n.space = $space AND NOT coalesce(n.state, '') IN ['rejected', 'retired', 'superseded']
  RETURN n, a.qualifiedName AS api, n.changes AS changes
  UNION
  MATCH (a:Api)<-[:USES]-(n:Trace)
  WHERE a.id IN $apis AND n.space = $space
  MATCH (:State)-[r:SHORTCUT {trace: n.id}]->(:State)
  RETURN DISTINCT n, a.qualifiedName AS api, r.changes AS changes
}
RETURN n.id AS id, labels(n)[0] AS label, changes, collect(DISTINCT api) AS apis
ORDER BY label, id
