// Jobs that have not ended, with the lease of who has them in hand; no token where nobody has.
// @read
// @row id: string
// @row kind: string
// @row input: string
// @row token: string?
// @row holder: string?
// @row beat: int
MATCH (j:Job)
WHERE j.state = 'running' OR j.state = 'queued'
OPTIONAL MATCH (m:Meta {id: 'lease:' + j.id})
RETURN j.id AS id, j.kind AS kind, j.input AS input, m.token AS token, m.holder AS holder, coalesce(m.beat, 0) AS beat
ORDER BY j.startedAt, j.id
