// Says what a library is made of once one of its sources came in whole or went.
// @write
// @param id: string
// @param properties: map
MATCH (l:Library {id: $id})
SET l += $properties, l.ingestedAt = datetime()
