// Writes down how far a run came.
// @write
// @param id: string
// @param run: int
// @param phase: string
// @param seed: int
MERGE (m:Meta {id: $id})
SET m.run = $run, m.phase = $phase, m.seed = $seed
