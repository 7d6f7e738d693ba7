// Writes insights that nobody has decided on, with exactly what they rest on; one that a person has taken up meanwhile stays as it is. Says which were written.
// @write
// @param rows: map[]
// @param space: string
// @row id: string
MERGE (s:Space {id: $space})
WITH s
UNWIND $rows AS row
MERGE (i:Insight {id: row.id})
ON CREATE SET i.createdAt = datetime(), i.state = 'candidate', i.version = 0
WITH s, i, row
WHERE i.state = 'candidate'
SET i += row.properties, i.version = toInteger(i.version) + 1, i.revision = toInteger(row.properties.revision), i.support = toInteger(row.properties.support),
  i.agents = toInteger(row.properties.agents), i.problems = toInteger(row.properties.problems), i.proposedIn = toInteger(row.properties.proposedIn)
MERGE (i)-[:IN]->(s)
WITH i, row
CALL (i) {
  MATCH (i)-[r:BACKED_BY|ABOUT]->()
  DELETE r
}
CALL (i, row) {
  MATCH (i)-[r:DERIVED_FROM]->(x:Trace|Lesson)
  WHERE NOT x.id IN row.traces AND NOT x.id IN row.lessons
  DELETE r
}
CALL (i, row) {
  UNWIND row.traces AS trace
  MATCH (t:Trace {id: trace})
  MERGE (i)-[:DERIVED_FROM]->(t)
}
CALL (i, row) {
  UNWIND row.lessons AS lesson
  MATCH (l:Lesson {id: lesson})
  MERGE (i)-[:DERIVED_FROM]->(l)
}
CALL (i, row) {
  UNWIND row.about AS api
  MATCH (a:Api {id: api})
  MERGE (i)-[:ABOUT]->(a)
}
CALL (i, row) {
  UNWIND row.backedBy AS backing
  MATCH (d:Doc {id: backing.doc})
  WHERE d.text CONTAINS backing.quote
  MERGE (i)-[:BACKED_BY {quote: backing.quote}]->(d)
}
CALL (i, row) {
  UNWIND row.contradicts AS other
  MATCH (o:Insight {id: other})
  MERGE (i)-[:CONTRADICTS]->(o)
  WITH o WHERE NOT 'contradiction' IN coalesce(o.flags, [])
  SET o.flags = coalesce(o.flags, []) + ['contradiction'], o.version = coalesce(o.version, 1) + 1
}
RETURN i.id AS id
