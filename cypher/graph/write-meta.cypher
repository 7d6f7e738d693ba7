// Remembers the embedder whose vectors the graph holds, and the public space.
// @write
// @param embedder: string
// @param dimensions: int
MERGE (m:Meta {id: 'cairn'})
SET m.embedder = $embedder, m.dimensions = $dimensions
REMOVE m.reembedding
MERGE (s:Space {id: 'public'})
SET s.name = 'public', s.kind = 'public'
