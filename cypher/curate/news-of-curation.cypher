// What came in with a run: how many traces and lessons, and at which problems.
// @read
// @param run: int
// @param space: string
// @row traces: int
// @row lessons: int
// @row problems: string[]
CALL () {
  MATCH (t:Trace)
  WHERE t.curation = $run AND t.space = $space
  RETURN count(t) AS traces, collect(DISTINCT t.problem) AS attempted
}
CALL () {
  MATCH (l:Lesson)
  WHERE l.curation = $run AND l.space = $space
  RETURN count(l) AS lessons, collect(DISTINCT l.problem) AS taught
}
RETURN traces, lessons, attempted + taught AS problems
