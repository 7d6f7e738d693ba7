// The insights in force in an epoch; in the open one, now.
// @read
// @param epoch: string
// @row id: string
// @row lineage: string
// @row revision: int
// @row title: string
// @row library: string?
MATCH (e:Epoch {id: $epoch})
CALL (e) {
  WITH e WHERE e.state = 'closed'
  MATCH (i:Insight)-[:IN_FORCE_IN]->(e)
  RETURN i
  UNION ALL
  WITH e WHERE e.state = 'open'
  MATCH (i:Insight)
  WHERE i.kind = 'reviewed' AND i.space = e.space
  RETURN i
}
RETURN i.id AS id, coalesce(i.lineage, i.id) AS lineage, toInteger(coalesce(i.revision, 1)) AS revision, i.title AS title, i.library AS library
ORDER BY lineage, revision, id
