// How many nodes of each label there are in the whole graph, from the counts that Neo4j keeps: nothing is looked at. For who sees every space.
// @read
// @row label: string
// @row count: int
CALL () {
  MATCH (n:Library) RETURN 'Library' AS label, count(n) AS count
  UNION ALL
  MATCH (n:Doc) RETURN 'Doc' AS label, count(n) AS count
  UNION ALL
  MATCH (n:Api) RETURN 'Api' AS label, count(n) AS count
  UNION ALL
  MATCH (n:Problem) RETURN 'Problem' AS label, count(n) AS count
  UNION ALL
  MATCH (n:Trace) RETURN 'Trace' AS label, count(n) AS count
  UNION ALL
  MATCH (n:State) RETURN 'State' AS label, count(n) AS count
  UNION ALL
  MATCH (n:ErrorSignature) RETURN 'ErrorSignature' AS label, count(n) AS count
  UNION ALL
  MATCH (n:Lesson) RETURN 'Lesson' AS label, count(n) AS count
  UNION ALL
  MATCH (n:Insight) RETURN 'Insight' AS label, count(n) AS count
  UNION ALL
  MATCH (n:Recommendation) RETURN 'Recommendation' AS label, count(n) AS count
  UNION ALL
  MATCH (n:Feedback) RETURN 'Feedback' AS label, count(n) AS count
  UNION ALL
  MATCH (n:KnowledgeRequest) RETURN 'KnowledgeRequest' AS label, count(n) AS count
  UNION ALL
  MATCH (n:Review) RETURN 'Review' AS label, count(n) AS count
  UNION ALL
  MATCH (n:Epoch) RETURN 'Epoch' AS label, count(n) AS count
  UNION ALL
  MATCH (n:Retired) WHERE labels(n)[0] = 'Retired' RETURN 'Retired' AS label, count(n) AS count
  UNION ALL
  MATCH (n:Job) WHERE n.space IS NOT NULL RETURN 'Job' AS label, count(n) AS count
}
WITH label, count
WHERE count > 0
RETURN label, count
ORDER BY label
