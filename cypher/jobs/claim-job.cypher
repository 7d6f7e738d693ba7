// Takes a job over from a process that died, unless another was faster.
// @write
// @param id: string
// @param from: string
// @param to: string
// @row id: string
MATCH (j:Job {id: $id})
SET j.lock = true
WITH j
WHERE coalesce(j.owner, '') = $from
SET j.owner = $to, j.updatedAt = datetime()
RETURN j.id AS id
