// Marks a library as wholly ingested.
// @write
// @param id: string
// @param fingerprint: string
MATCH (l:Library {id: $id})
SET l.state = 'complete', l.fingerprint = $fingerprint, l.ingestedAt = datetime()
