// Removes states, errors and problems that no attempt passed through, raised or tried any more.
// @write
// @param states: string[]
// @param errors: string[]
// @param problems: string[]
// @row removed: int
CALL () {
  MATCH (s:State)
  WHERE s.id IN $states AND NOT EXISTS { (s)<-[:STARTS_AT|ENDS_AT]-(:Trace) } AND NOT EXISTS { (s)-[:STEP]-(:State) }
  DETACH DELETE s
  RETURN count(*) AS states
}
CALL () {
  MATCH (e:ErrorSignature)
  WHERE e.id IN $errors AND COUNT { (e)<-[:RAISED|RESOLVED]-(:Trace) } = 0
  DETACH DELETE e
  RETURN count(*) AS errors
}
CALL () {
  MATCH (p:Problem)
  WHERE p.id IN $problems AND NOT EXISTS { (p)<-[:ATTEMPTS]-(:Trace) } AND NOT EXISTS { (p)<-[:FOR|CITES]-(:Recommendation) }
  CREATE (:StaleHour {id: randomUUID(), space: p.space, at: datetime.truncate('hour', coalesce(p.createdAt, datetime()))})
  DETACH DELETE p
  RETURN count(*) AS problems
}
RETURN states + errors + problems AS removed
