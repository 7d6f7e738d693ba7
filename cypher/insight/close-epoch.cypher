// Closes the open epoch: what is in force now stays in force in it, and the next one opens.
// @write
// @param space: string
// @param now: string
// @param by: string
// @param note: string
// @row closed: int
// @row opened: int
// @row inForce: int
MATCH (e:Epoch {space: $space, state: 'open'})
SET e.state = 'closed', e.closedAt = $now, e.closedBy = $by, e.note = $note
WITH e
CALL (e) {
  MATCH (i:Insight)
  WHERE i.kind = 'reviewed' AND i.space = $space
  CREATE (i)-[:IN_FORCE_IN]->(e)
  RETURN count(*) AS inForce
}
MATCH (s:Space {id: $space})
CREATE (next:Epoch {id: 'epoch:' + $space + ':' + toString(toInteger(e.number) + 1), number: toInteger(e.number) + 1, space: $space, state: 'open',
  openedAt: $now, note: ''})
CREATE (next)-[:IN]->(s)
RETURN toInteger(e.number) AS closed, toInteger(next.number) AS opened, inForce
