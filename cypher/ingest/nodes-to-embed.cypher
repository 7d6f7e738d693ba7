// The next nodes after a cursor, with what their vectors are made of.
// @read
// @param after: string
// @param limit: int
// @row id: string
// @row label: string
// @row title: string
// @row text: string
// @row breadcrumb: string[]
// @row qualifiedName: string
// @row summary: string
// @row task: string
CALL () {
  MATCH (n:Doc) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit
  UNION ALL
  MATCH (n:Api) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit
  UNION ALL
  MATCH (n:Problem) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit
  UNION ALL
  MATCH (n:Trace) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit
  UNION ALL
  MATCH (n:Insight) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit
}
RETURN n.id AS id, labels(n)[0] AS label, coalesce(n.title, '') AS title, left(coalesce(n.text, ''), 1000) AS text,
  coalesce(n.breadcrumb, []) AS breadcrumb, coalesce(n.qualifiedName, '') AS qualifiedName, coalesce(n.summary, '') AS summary,
  left(coalesce(n.task, ''), 1000) AS task
ORDER BY id
LIMIT $limit
