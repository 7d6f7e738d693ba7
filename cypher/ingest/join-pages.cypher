// Hangs pages under their library.
// @write
// @param pages: string[]
// @param library: string
MATCH (l:Library {id: $library})
UNWIND $pages AS page
MATCH (d:Doc {id: page})
MERGE (d)-[:PART_OF]->(l)
