// The epochs of a space, the newest first; in the open one is in force what is in force now.
// @read
// @param space: string
// @row id: string
// @row number: int
// @row state: string
// @row openedAt: string
// @row closedAt: string?
// @row note: string
// @row inForce: int
MATCH (e:Epoch {space: $space})
CALL (e) {
  WITH e WHERE e.state = 'closed'
  MATCH (e)<-[:IN_FORCE_IN]-(i:Insight)
  RETURN count(i) AS frozen
}
CALL (e) {
  WITH e WHERE e.state = 'open'
  MATCH (i:Insight)
  WHERE i.kind = 'reviewed' AND i.space = $space
  RETURN count(i) AS current
}
RETURN e.id AS id, toInteger(e.number) AS number, e.state AS state, e.openedAt AS openedAt, e.closedAt AS closedAt, e.note AS note,
  frozen + current AS inForce
ORDER BY number DESC
