// A job of this kind that waits in this space and that nobody asked to stop.
// @read
// @param kind: string
// @param space: string
// @row id: string
MATCH (j:Job {state: 'queued'})
WHERE j.kind = $kind AND j.space = $space AND NOT coalesce(j.cancel, false)
RETURN j.id AS id
ORDER BY j.startedAt, id
LIMIT 1
