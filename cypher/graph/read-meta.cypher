// What the graph remembers of how it was built.
// @read
// @row embedder: string?
// @row dimensions: int?
// @row reembedding: string?
// @row cursor: string?
MATCH (m:Meta {id: 'cairn'})
RETURN m.embedder AS embedder, m.dimensions AS dimensions, m.reembedding AS reembedding, m.cursor AS cursor
