// What has to do with APIs, given by their ids, by the sections that document them or by their libraries: attempts, errors, problems, field notes or insights in sight, the newest first, each with what joins it to them.
// An insight that nobody approved is in sight only where drafts are.
// @read
// @param ids: string[]
// @param libraries: string[]
// @param label: string
// @param outcome: string
// @param spaces: string[]
// @param drafts: string[]
// @param limit: int
// @row id: string
// @row through: string[]
CALL () {
  MATCH (a:Api) WHERE a.id IN $ids RETURN a
  UNION
  MATCH (d:Doc)-[:DOCUMENTS]->(a:Api) WHERE d.id IN $ids RETURN a
  UNION
  MATCH (a:Api) WHERE a.library IN $libraries RETURN a
}
WITH a WHERE a.space IN $spaces
CALL (a) {
  WITH a WHERE $label = 'Insight'
  MATCH (a)<-[:ABOUT]-(i:Insight)
  WHERE i.space IN $spaces AND (i.space IN $drafts OR NOT (coalesce(i.kind, 'reviewed') = 'candidate' OR coalesce(i.state, '') = 'rejected'))
  RETURN i.id AS id, i.createdAt AS at, [] AS between
  UNION
  WITH a WHERE $label = 'Lesson'
  MATCH (a)<-[:ABOUT]-(l:Lesson)
  WHERE l.space IN $spaces
  RETURN l.id AS id, l.createdAt AS at, [] AS between
  UNION
  WITH a WHERE $label IN ['Trace', 'Problem', 'ErrorSignature']
  MATCH (a)<-[:USES]-(t:Trace)
  WHERE t.space IN $spaces AND ($outcome = '' OR t.outcome = $outcome)
  CALL (t) {
    WITH t WHERE $label = 'Trace'
    RETURN t.id AS id, [] AS between
    UNION
    WITH t WHERE $label = 'Problem'
    MATCH (t)-[:ATTEMPTS]->(p:Problem) WHERE p.space IN $spaces
    RETURN p.id AS id, [t.id] AS between
    UNION
    WITH t WHERE $label = 'ErrorSignature'
    MATCH (t)-[:RAISED]->(e:ErrorSignature)
    RETURN e.id AS id, [t.id] AS between
  }
  RETURN id, t.createdAt AS at, between
}
// Of several ways the newest joins it.
WITH id, at, [a.id] + between AS through ORDER BY at DESC, through
WITH id, max(at) AS at, collect(through)[0] AS through
ORDER BY at DESC, id
LIMIT $limit
RETURN id, through
