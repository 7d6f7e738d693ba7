// The next nodes after a cursor, with what their vectors are made of. Of states only those that have a vector: the others are not searched.
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
CALL () {
  MATCH (n:Doc) WHERE n.id > $after RETURN n, left(coalesce(n.text, ''), 1000) AS text ORDER BY n.id LIMIT $limit
  UNION ALL
  MATCH (n:Api) WHERE n.id > $after AND NOT coalesce(n.provisional, false) RETURN n, '' AS text ORDER BY n.id LIMIT $limit
  UNION ALL
  MATCH (n:Problem) WHERE n.id > $after RETURN n, left(coalesce(n.text, ''), 60000) AS text ORDER BY n.id LIMIT $limit
  UNION ALL
  MATCH (n:Trace)-[:ATTEMPTS]->(p:Problem) WHERE n.id > $after RETURN n, left(coalesce(p.text, ''), 60000) AS text ORDER BY n.id LIMIT $limit
  UNION ALL
  MATCH (n:Lesson) WHERE n.id > $after RETURN n, coalesce(n.text, '') AS text ORDER BY n.id LIMIT $limit
  UNION ALL
  MATCH (n:State) WHERE n.id > $after AND n.embedding IS NOT NULL RETURN n, left(n.text, 1000) AS text ORDER BY n.id LIMIT $limit
  UNION ALL
  MATCH (n:Insight) WHERE n.id > $after RETURN n, left(coalesce(n.text, ''), 1000) AS text ORDER BY n.id LIMIT $limit
}
RETURN n.id AS id, labels(n)[0] AS label, coalesce(n.title, '') AS title, text,
  coalesce(n.breadcrumb, []) AS breadcrumb, coalesce(n.qualifiedName, '') AS qualifiedName, coalesce(n.summary, '') AS summary
ORDER BY id
LIMIT $limit
