// Insights that rest on some of the traces of clusters, with how many of them and on how many in all.
// @read
// @param clusters: map[]
// @param space: string
// @row cluster: string
// @row id: string
// @row shared: int
// @row total: int
UNWIND $clusters AS cluster
CALL (cluster) {
  UNWIND cluster.traces AS wanted
  MATCH (t:Trace {id: wanted})<-[:DERIVED_FROM]-(i:Insight)
  WHERE i.space = $space
  RETURN i, count(DISTINCT t) AS shared
}
RETURN cluster.id AS cluster, i.id AS id, shared, COUNT { (i)-[:DERIVED_FROM]->(:Trace) } AS total
ORDER BY cluster, id
