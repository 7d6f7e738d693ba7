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
  MATCH (t:Trace)
  WHERE $trace IS NULL AND t.project IN $projects AND t.space IN $spaces
  RETURN t ORDER BY t.createdAt DESC, t.id LIMIT 1
}
WITH t WHERE t.space IN $spaces
RETURN t.id AS id, coalesce(t.problem, '') AS problem, t.space AS space
