// Writes a reviewed insight with what it rests on, and says how many of its quotations stand where it says. One that is known keeps its standing.
// @write
// @param id: string
// @param space: string
// @param properties: map
// @param standing: map
// @param backedBy: map[]
// @param derivedFrom: string[]
// @param about: string[]
// @row fresh: boolean
// @row backed: int
MERGE (s:Space {id: $space})
MERGE (i:Insight {id: $id})
ON CREATE SET i.createdAt = datetime()
SET i += $properties
MERGE (i)-[:IN]->(s)
WITH i, i.state IS NULL AS fresh
CALL (i, fresh) {
  WITH i, fresh WHERE fresh
  SET i += $standing
}
SET i.lineage = coalesce(i.lineage, i.id), i.revision = coalesce(i.revision, 1), i.version = coalesce(i.version, 1)
WITH i, fresh
CALL (i) {
  UNWIND $derivedFrom AS source
  MATCH (t:Trace|Lesson {id: source})
  WHERE t.space = i.space
  MERGE (i)-[:DERIVED_FROM]->(t)
}
CALL (i) {
  UNWIND $about AS name
  MATCH (a:Api {qualifiedName: name})
  WHERE a.space IN [i.space, 'public']
  MERGE (i)-[:ABOUT]->(a)
}
CALL (i) {
  OPTIONAL MATCH (i)-[:DERIVED_FROM]->(t:Trace)
  RETURN count(t) AS support, count(DISTINCT coalesce(t.principal, '')) AS agents, count(DISTINCT t.problem) AS problems
}
SET i.support = support, i.agents = agents, i.problems = problems
WITH i, fresh
CALL (i) {
  UNWIND $backedBy AS backing
  MATCH (d:Doc {id: backing.doc})
  WHERE d.text CONTAINS backing.quote AND d.space IN [i.space, 'public']
  MERGE (i)-[b:BACKED_BY {quote: backing.quote}]->(d)
  RETURN count(*) AS backed
}
RETURN fresh, backed
