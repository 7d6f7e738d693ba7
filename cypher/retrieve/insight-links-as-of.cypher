// Insights that were in force in an epoch and are about an API or backed by a section that was found.
// @read
// @param epoch: string
// @param apis: string[]
// @param docs: string[]
// @param spaces: string[]
// @param perNode: int
// @row from: string
// @row type: string
// @row id: string
// @row label: string
// @row outcome: string?
MATCH (a:Api|Doc)
WHERE a.id IN $apis + $docs
CALL (a) {
  MATCH (a)<-[r:ABOUT|BACKED_BY]-(n:Insight)
  WHERE n.space IN $spaces AND EXISTS { (n)-[:IN_FORCE_IN]->(:Epoch {id: $epoch}) }
  RETURN DISTINCT n, type(r) AS type
  ORDER BY n.id
  LIMIT $perNode
}
RETURN a.id AS from, 'of ' + type AS type, n.id AS id, 'Insight' AS label, null AS outcome
ORDER BY from, type, id
