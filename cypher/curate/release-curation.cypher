// Gives the lock of a space's curation back.
// @write
// @param id: string
// @param owner: string
MATCH (m:Meta {id: $id})
WHERE m.owner = $owner
SET m.owner = null
