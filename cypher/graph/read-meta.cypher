// What the graph remembers of how it was built.
// @read
// @row embedder: string?
// @row dimensions: int?
// @row target: string?
MATCH (m:Meta {id: 'cairn'})
RETURN m.embedder AS embedder, m.dimensions AS dimensions, m.reembedding AS target
