// Remembers the embedder whose vectors the graph holds; whatever re-embedding there was is over.
// @write
// @param embedder: string
// @param dimensions: int
MERGE (m:Meta {id: 'cairn'})
SET m.embedder = $embedder, m.dimensions = $dimensions
REMOVE m.reembedding, m.cursor
MERGE (s:Space {id: 'public'})
SET s.name = 'public', s.kind = 'public'
