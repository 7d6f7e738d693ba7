// Notes that vectors are being made anew for another embedder, from the start, so that a kill in between is known.
// @write
// @param embedder: string
MERGE (m:Meta {id: 'cairn'})
SET m.reembedding = $embedder, m.cursor = ''
