// Writes how much an insight rests on where that cannot be counted in its own space.
// @write
// @param id: string
// @param support: int
// @param agents: int
// @param problems: int
MATCH (i:Insight {id: $id})
SET i.support = $support, i.agents = $agents, i.problems = $problems
