// Says of a library that something of it is being removed.
// @write
// @param id: string
// @param sources: string
MATCH (l:Library {id: $id})
SET l.sources = $sources, l.state = 'removing'
MERGE (m:Meta {id: 'cairn'})
SET m.usageStale = true
