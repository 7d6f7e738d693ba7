// Writes a reviewed insight with what it rests on, and says how many of its quotations stand where it says.
// @write
// @param id: string
// @param space: string
// @param properties: map
// @param backedBy: map[]
// @param derivedFrom: string[]
// @param about: string[]
// @row backed: int
MERGE (s:Space {id: $space})
MERGE (i:Insight {id: $id})
ON CREATE SET i.createdAt = datetime()
SET i += $properties
MERGE (i)-[:IN]->(s)
WITH i
CALL (i) {
  UNWIND $derivedFrom AS trace
  MATCH (t:Trace {id: trace})
  MERGE (i)-[:DERIVED_FROM]->(t)
}
CALL (i) {
  UNWIND $about AS name
  MATCH (a:Api {qualifiedName: name})
  MERGE (i)-[:ABOUT]->(a)
}
CALL (i) {
  UNWIND $backedBy AS backing
  MATCH (d:Doc {id: backing.doc})
  WHERE d.text CONTAINS backing.quote
  MERGE (i)-[b:BACKED_BY]->(d)
  SET b.quote = backing.quote
  RETURN count(*) AS backed
}
RETURN backed
