// The trace that a run tells of: the one that is named, else the latest of these projects.
// @read
// @param trace: string?
// @param projects: string[]
// @param spaces: string[]
// @row id: string
// @row problem: string
// @row space: string
CALL () {
  MATCH (t:Trace {id: $trace})
  RETURN t
  UNION
  UNWIND CASE WHEN $trace IS NULL THEN $projects ELSE [] END AS project
  CALL (project) {
    MATCH (t:Trace)
    WHERE t.project = project AND t.createdAt IS NOT NULL AND t.space IN $spaces
    RETURN t ORDER BY t.project DESC, t.createdAt DESC, t.id LIMIT 1
  }
  WITH t ORDER BY t.createdAt DESC, t.id LIMIT 1
  RETURN t
}
WITH t WHERE t.space IN $spaces
RETURN t.id AS id, coalesce(t.problem, '') AS problem, t.space AS space
