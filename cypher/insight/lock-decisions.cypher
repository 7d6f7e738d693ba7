// Lets one decision after another be taken in a space: holds its first epoch, made where there is none, until the transaction ends, and counts.
// @write
// @param space: string
// @param now: string
// @row ordinal: int
MERGE (e:Epoch {id: 'epoch:' + $space + ':1'})
ON CREATE SET e.number = 1, e.space = $space, e.state = 'open', e.openedAt = $now, e.note = ''
SET e.decisions = coalesce(e.decisions, 0) + 1
WITH e
CALL (e) {
  WITH e WHERE NOT EXISTS { (e)-[:IN]->(:Space) }
  MERGE (s:Space {id: $space})
  MERGE (e)-[:IN]->(s)
}
RETURN toInteger(e.decisions) AS ordinal
