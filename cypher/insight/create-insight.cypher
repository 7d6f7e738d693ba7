// Writes a new insight made of others: what they were drawn from and are about is united, quotations are kept as far as they stand where they say.
// @write
// @param id: string
// @param space: string
// @param properties: map
// @param revision: int
// @param from: string[]
// @param backedBy: map[]
// @row backed: int
MERGE (s:Space {id: $space})
CREATE (i:Insight {id: $id, createdAt: datetime()})
SET i += $properties, i.revision = $revision
CREATE (i)-[:IN]->(s)
WITH i
CALL (i) {
  UNWIND $from AS source
  MATCH (:Insight {id: source})-[:DERIVED_FROM]->(t:Trace|Lesson)
  MERGE (i)-[:DERIVED_FROM]->(t)
}
CALL (i) {
  UNWIND $from AS source
  MATCH (:Insight {id: source})-[:ABOUT]->(a:Api)
  MERGE (i)-[:ABOUT]->(a)
}
CALL (i) {
  UNWIND $from AS source
  MATCH (:Insight {id: source})-[:CONTRADICTS]-(other:Insight)
  WHERE NOT other.id IN $from
  MERGE (i)-[:CONTRADICTS]->(other)
}
CALL (i) {
  OPTIONAL MATCH (i)-[:DERIVED_FROM]->(x:Trace|Lesson)
  OPTIONAL MATCH (x)-[:LEARNED_IN]->(taught:Trace)
  WITH collect(DISTINCT CASE WHEN x:Trace THEN x ELSE taught END) AS traces
  UNWIND CASE WHEN size(traces) = 0 THEN [null] ELSE traces END AS t
  RETURN count(t) AS support, count(DISTINCT coalesce(t.principal, '')) AS agents, count(DISTINCT t.problem) AS problems
}
SET i.support = support, i.agents = agents, i.problems = problems,
  i.note = CASE WHEN EXISTS { MATCH (source:Insight) WHERE source.id IN $from AND source.note } THEN true ELSE null END
WITH i
CALL (i) {
  UNWIND $backedBy AS backing
  MATCH (d:Doc {id: backing.doc})
  WHERE d.text CONTAINS backing.quote AND d.space IN [i.space, 'public']
  MERGE (i)-[:BACKED_BY {quote: backing.quote}]->(d)
  RETURN count(*) AS backed
}
RETURN backed
