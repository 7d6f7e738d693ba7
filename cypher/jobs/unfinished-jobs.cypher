// Jobs that a process began and did not end.
// @read
// @row id: string
// @row kind: string
// @row label: string
// @row input: string
MATCH (j:Job)
WHERE j.state = 'running' OR j.state = 'queued'
RETURN j.id AS id, j.kind AS kind, j.label AS label, j.input AS input
ORDER BY j.startedAt, j.id
