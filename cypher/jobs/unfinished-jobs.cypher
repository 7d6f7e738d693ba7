// Jobs that a process began and did not end, with who that was and how long ago it last said something.
// @read
// @row id: string
// @row kind: string
// @row input: string
// @row owner: string
// @row silentSeconds: int
MATCH (j:Job)
WHERE j.state = 'running' OR j.state = 'queued'
RETURN j.id AS id, j.kind AS kind, j.input AS input, coalesce(j.owner, '') AS owner,
  duration.inSeconds(j.updatedAt, datetime()).seconds AS silentSeconds
ORDER BY j.startedAt, j.id
