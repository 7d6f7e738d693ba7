// The attempts and lessons of clusters: those at their problems that runs have seen, with or without what tries to instruct its reader.
// @read
// @param clusters: map[]
// @param space: string
// @param limit: int
// @row id: string
// @row traces: string[]
// @row lessons: map[]
UNWIND $clusters AS cluster
CALL (cluster) {
  UNWIND cluster.problems AS wanted
  MATCH (p:Problem {id: wanted})<-[:ATTEMPTS]-(t:Trace)
  WHERE t.space = $space AND t.curation IS NOT NULL AND coalesce(t.tainted, false) = cluster.tainted
  WITH t ORDER BY CASE WHEN coalesce(t.judgedBy, 'agent') = 'agent' AND t.outcome <> 'unknown' THEN 1 ELSE 0 END, t.id LIMIT $limit
  RETURN collect(t.id) AS traces
}
CALL (cluster) {
  UNWIND cluster.problems AS wanted
  MATCH (l:Lesson)
  WHERE l.problem = wanted AND l.space = $space AND l.curation IS NOT NULL AND coalesce(l.tainted, false) = cluster.tainted
  WITH l ORDER BY l.id LIMIT $limit
  RETURN collect({id: l.id, claimed: EXISTS { MATCH (l)-[:LEARNED_IN]->(t:Trace) WHERE t.outcome IN ['passed', 'failed'] AND coalesce(t.judgedBy, 'agent') = 'agent' }}) AS lessons
}
RETURN cluster.id AS id, traces, lessons
