// How far the last run of a space came.
// @read
// @param id: string
// @row run: int
// @row phase: string
// @row seed: int
MATCH (m:Meta {id: $id})
RETURN coalesce(m.run, 0) AS run, coalesce(m.phase, 'done') AS phase, coalesce(m.seed, 1) AS seed
