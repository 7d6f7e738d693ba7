// After its lease was taken: an unfinished job is this process's now; no row where it has ended meanwhile.
// @write
// @param id: string
// @row id: string
MATCH (j:Job {id: $id})
SET j.lock = true
REMOVE j.lock
WITH j
WHERE j.state IN ['queued', 'running']
SET j.updatedAt = datetime()
RETURN j.id AS id
