// How a graph stands that is being opened: whether a backup is only half in it, what it has been through, how it was built.
// One statement on purpose: each that a fresh Neo4j plans takes a quarter of a second from the first answer.
// @read
// @row restoring: string?
// @row migrations: map[]
// @row embedder: string?
// @row dimensions: int?
// @row reembedding: string?
// @row empty: boolean
OPTIONAL MATCH (m:Meta {id: 'cairn'})
OPTIONAL MATCH (half:Meta {id: 'restore'})
OPTIONAL MATCH (step:Migration)
RETURN half.takenAt AS restoring, collect(CASE WHEN step IS NOT NULL THEN {number: step.number, checksum: step.checksum} END) AS migrations,
  m.embedder AS embedder, m.dimensions AS dimensions, m.reembedding AS reembedding,
  NOT EXISTS { MATCH (anything) } AS empty
