// What was said of these answers or is named itself, with what that is worth as evidence and which nodes it is about.
// @read
// @param ids: string[]
// @row id: string
// @row outcome: string?
// @row helpfulness: string?
// @row advice: string?
// @row sender: string
// @row at: int
// @row space: string
// @row libraries: string[]
// @row cited: map[]
// @row used: string[]
MATCH (f:Feedback)-[:ON]->(r:Recommendation)
WHERE f.id IN $ids OR r.id IN $ids
RETURN f.id AS id, f.outcome AS outcome, f.helpfulness AS helpfulness, f.advice AS advice, coalesce(f.principal, f.by, '') AS sender, f.createdAt.epochMillis AS at, f.space AS space, coalesce(r.libraries, []) AS libraries,
  COLLECT { MATCH (r)-[:CITES]->(n) WITH DISTINCT n RETURN {id: n.id, library: n.library, versions: n.versions} ORDER BY n.id } AS cited,
  COLLECT { MATCH (f)-[:USED]->(n) RETURN DISTINCT n.id ORDER BY n.id } AS used
ORDER BY id
