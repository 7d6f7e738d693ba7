// Asks whichever process has a job to stop it.
// @write
// @param id: string
// @param spaces: string[]
MATCH (j:Job {id: $id})
WHERE j.space IN $spaces AND j.state IN ['queued', 'running']
SET j.cancel = true
