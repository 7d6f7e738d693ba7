// Jobs that failed, those that refused some of what they were to write, and imports that took in nothing, the newest first.
// @read
// @param space: string
// @param examples: int
// @row what: string
// @row count: int
// @row examples: map[]
CALL () {
  MATCH (j:Job {state: 'failed'})
  WHERE coalesce(j.space, 'public') = $space
  RETURN 'failed' AS what, j, j.label + ': ' + coalesce(j.message, j.code, '') AS title
  UNION ALL
  MATCH (j:Job {state: 'done'})
  WHERE coalesce(j.space, 'public') = $space AND j.result CONTAINS '"rejected":' AND j.result =~ '(?s).*"rejected":[1-9].*'
  RETURN 'rejected' AS what, j, j.label AS title
  UNION ALL
  MATCH (j:Job {state: 'done', kind: 'import-traces'})
  WHERE coalesce(j.space, 'public') = $space AND j.result CONTAINS '"format":"all","traces":0,'
  RETURN 'empty' AS what, j, j.label AS title
}
WITH what, j, title ORDER BY what, j.startedAt DESC, j.id
WITH what, count(j) AS count, collect({id: j.id, title: title})[..$examples] AS examples
RETURN what, count, examples
ORDER BY what
