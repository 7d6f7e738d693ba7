// The attempts and lessons of a cluster: those at its problems that runs have seen, with or without what tries to instruct its reader.
// @read
// @param problems: string[]
// @param space: string
// @param tainted: boolean
// @param limit: int
// @row traces: string[]
// @row lessons: string[]
CALL () {
  UNWIND $problems AS wanted
  MATCH (p:Problem {id: wanted})<-[:ATTEMPTS]-(t:Trace)
  WHERE t.space = $space AND t.curation IS NOT NULL AND coalesce(t.tainted, false) = $tainted
  WITH t ORDER BY t.id LIMIT $limit
  RETURN collect(t.id) AS traces
}
CALL () {
  UNWIND $problems AS wanted
  MATCH (l:Lesson)
  WHERE l.problem = wanted AND l.space = $space AND l.curation IS NOT NULL AND coalesce(l.tainted, false) = $tainted
  WITH l ORDER BY l.id LIMIT $limit
  RETURN collect(l.id) AS lessons
}
RETURN traces, lessons
