// How far the ingestion of a library has come.
// @read
// @param id: string
// @row state: string
// @row fingerprint: string?
MATCH (l:Library {id: $id})
RETURN l.state AS state, l.fingerprint AS fingerprint
