// What an insight takes the place of once it is approved: what it supersedes or refines, and other revisions of its lineage, as far as they are in force.
// @read
// @param id: string
// @row id: string
MATCH (i:Insight {id: $id})
CALL (i) {
  MATCH (i)-[:SUPERSEDES]->(old:Insight)
  RETURN old
  UNION
  MATCH (old:Insight {id: i.refines})
  RETURN old
  UNION
  MATCH (old:Insight {lineage: i.lineage})
  RETURN old
}
WITH i, old
WHERE old.kind = 'reviewed' AND old.id <> i.id AND old.space = i.space
RETURN DISTINCT old.id AS id
ORDER BY id
