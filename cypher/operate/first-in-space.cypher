// When the first of what is counted by the hour came into a space, in milliseconds since 1970.
// @read
// @param space: string
// @row at: int?
CALL () {
  MATCH (n:Recommendation) WHERE n.space = $space AND n.createdAt IS NOT NULL
  RETURN n.createdAt AS at ORDER BY n.space, n.createdAt LIMIT 1
  UNION ALL
  MATCH (n:Trace) WHERE n.space = $space AND n.createdAt IS NOT NULL
  RETURN n.createdAt AS at ORDER BY n.space, n.createdAt LIMIT 1
  UNION ALL
  MATCH (n:Problem) WHERE n.space = $space AND n.createdAt IS NOT NULL
  RETURN n.createdAt AS at ORDER BY n.space, n.createdAt LIMIT 1
  UNION ALL
  MATCH (n:Lesson) WHERE n.space = $space AND n.createdAt IS NOT NULL
  RETURN n.createdAt AS at ORDER BY n.space, n.createdAt LIMIT 1
  UNION ALL
  MATCH (n:Insight) WHERE n.space = $space AND n.createdAt IS NOT NULL
  RETURN n.createdAt AS at ORDER BY n.space, n.createdAt LIMIT 1
  UNION ALL
  MATCH (n:KnowledgeRequest) WHERE n.space = $space AND n.createdAt IS NOT NULL
  RETURN n.createdAt AS at ORDER BY n.space, n.createdAt LIMIT 1
}
RETURN min(at.epochMillis) AS at
