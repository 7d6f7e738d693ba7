// Removes problems that a corrected trace left and that nobody else attempted, asked about or cited.
// @write
// @param ids: string[]
MATCH (p:Problem)
WHERE p.id IN $ids AND NOT EXISTS { (p)<-[:ATTEMPTS]-(:Trace) } AND NOT EXISTS { (p)<-[:FOR|CITES]-(:Recommendation) } AND NOT EXISTS { (p)<-[:USED]-(:Feedback) }
CREATE (:StaleHour {id: randomUUID(), space: p.space, at: datetime.truncate('hour', coalesce(p.createdAt, datetime()))})
DETACH DELETE p
