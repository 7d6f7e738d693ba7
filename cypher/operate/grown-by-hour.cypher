// Problems, notes, insights and gaps that came into a space within these times, by the hour.
// @read
// @param space: string
// @param windows: map[]
// @row hour: int
// @row kind: string
// @row n: int
UNWIND $windows AS w
WITH datetime({epochMillis: toInteger(w.from)}) AS from, datetime({epochMillis: toInteger(w.to)}) AS to
CALL (from, to) {
  MATCH (n:Problem) WHERE n.space = $space AND n.createdAt >= from AND n.createdAt < to
  RETURN 'problems' AS kind, n.createdAt.epochMillis AS at
  UNION ALL
  MATCH (n:Lesson) WHERE n.space = $space AND n.createdAt >= from AND n.createdAt < to
  RETURN 'notes' AS kind, n.createdAt.epochMillis AS at
  UNION ALL
  MATCH (n:Insight) WHERE n.space = $space AND n.createdAt >= from AND n.createdAt < to
  RETURN 'insights' AS kind, n.createdAt.epochMillis AS at
  UNION ALL
  MATCH (n:KnowledgeRequest) WHERE n.space = $space AND n.createdAt >= from AND n.createdAt < to
  RETURN 'gaps' AS kind, n.createdAt.epochMillis AS at
}
RETURN at - at % 3600000 AS hour, kind, count(*) AS n
ORDER BY hour, kind
