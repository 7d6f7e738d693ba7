// Lets one transaction at a time write what falls into these buckets; taken in the order of their names, so that nobody waits in a circle.
// @write
// @param ids: string[]
UNWIND $ids AS id
WITH id ORDER BY id
MERGE (m:Meta {id: id})
SET m.lock = true
