// Writes an insight that nobody has decided on, with everything it rests on; one that a person has taken up meanwhile stays as it is. One row where it was written.
// @write
// @param id: string
// @param space: string
// @param properties: map
// @param backedBy: map[]
// @param traces: string[]
// @param lessons: string[]
// @param about: string[]
// @param contradicts: string[]
// @row version: int
MERGE (s:Space {id: $space})
MERGE (i:Insight {id: $id})
ON CREATE SET i.createdAt = datetime(), i.state = 'candidate', i.version = 0
WITH s, i
WHERE i.state = 'candidate'
SET i += $properties, i.version = toInteger(i.version) + 1, i.revision = toInteger($properties.revision), i.support = toInteger($properties.support),
  i.agents = toInteger($properties.agents), i.problems = toInteger($properties.problems)
MERGE (i)-[:IN]->(s)
WITH i
CALL (i) {
  MATCH (i)-[r:BACKED_BY|ABOUT]->()
  DELETE r
}
CALL (i) {
  UNWIND $traces AS trace
  MATCH (t:Trace {id: trace})
  MERGE (i)-[:DERIVED_FROM]->(t)
}
CALL (i) {
  UNWIND $lessons AS lesson
  MATCH (l:Lesson {id: lesson})
  MERGE (i)-[:DERIVED_FROM]->(l)
}
CALL (i) {
  UNWIND $about AS api
  MATCH (a:Api {id: api})
  MERGE (i)-[:ABOUT]->(a)
}
CALL (i) {
  UNWIND $backedBy AS backing
  MATCH (d:Doc {id: backing.doc})
  WHERE d.text CONTAINS backing.quote
  MERGE (i)-[b:BACKED_BY]->(d)
  SET b.quote = backing.quote
}
CALL (i) {
  UNWIND $contradicts AS other
  MATCH (o:Insight {id: other})
  MERGE (i)-[:CONTRADICTS]->(o)
  SET o.flags = CASE WHEN 'contradiction' IN coalesce(o.flags, []) THEN o.flags ELSE coalesce(o.flags, []) + ['contradiction'] END
}
RETURN i.version AS version
