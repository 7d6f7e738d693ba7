// Insights of these spaces that one supersedes, refines or contradicts, and those that do so to it.
// @read
// @param id: string
// @param spaces: string[]
// @row relation: string
// @row id: string
// @row title: string
// @row state: string
MATCH (i:Insight {id: $id})
CALL (i) {
  MATCH (i)-[:SUPERSEDES]->(n:Insight)
  RETURN 'supersedes' AS relation, n
  UNION
  MATCH (i)<-[:SUPERSEDES]-(n:Insight)
  RETURN 'superseded-by' AS relation, n
  UNION
  MATCH (i)-[:CONTRADICTS]-(n:Insight)
  RETURN 'contradicts' AS relation, n
  UNION
  MATCH (n:Insight {id: i.refines})
  RETURN 'refines' AS relation, n
}
WITH relation, n
WHERE n.space IN $spaces
RETURN relation, n.id AS id, n.title AS title, coalesce(n.state, 'approved') AS state
ORDER BY relation, id
