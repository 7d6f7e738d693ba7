// Says what became of a cluster.
// @write
// @param id: string
// @param outcome: string
MATCH (m:Meta {id: $id})
SET m.outcome = $outcome
