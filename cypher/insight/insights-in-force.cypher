// The insights that are in force now or were in a closed epoch.
// @read
// @param space: string
// @param epoch: string
// @row id: string
// @row now: boolean
// @row thatTime: boolean
CALL () {
  MATCH (i:Insight)
  WHERE i.kind = 'reviewed' AND i.space = $space
  RETURN i
  UNION
  MATCH (i:Insight)-[:IN_FORCE_IN]->(:Epoch {id: $epoch})
  RETURN i
}
RETURN i.id AS id, coalesce(i.kind = 'reviewed', false) AS now, EXISTS { (i)-[:IN_FORCE_IN]->(:Epoch {id: $epoch}) } AS thatTime
ORDER BY id
