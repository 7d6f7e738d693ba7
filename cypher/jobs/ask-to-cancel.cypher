// Asks whichever process has a job to stop it; it hears that with its next beat.
// @write
// @param id: string
// @param spaces: string[]
MATCH (j:Job {id: $id})
WHERE j.space IN $spaces AND j.state IN ['queued', 'running']
SET j.cancel = true
WITH j
MATCH (m:Meta {id: 'lease:' + j.id})
WHERE m.token IS NOT NULL
SET m.cancel = true
