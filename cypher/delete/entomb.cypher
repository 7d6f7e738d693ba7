// Leaves of these nodes only that they were and were deleted, and whether somebody named them: citations of them stay, without the words that they quoted.
// @write
// @param ids: string[]
// @param named: string[]
// @param by: string
// @param at: string
// @row deleted: int
MATCH (n:Trace|Lesson|Recommendation|Feedback|Insight)
WHERE n.id IN $ids
CALL (n) {
  OPTIONAL MATCH (n)-[:ON]->(r:Recommendation)
  WITH coalesce(r, n) AS counted
  CREATE (:StaleHour {id: randomUUID(), space: counted.space, at: datetime.truncate('hour', coalesce(counted.createdAt, datetime()))})
}
CALL (n) {
  MATCH (n)-[r]->()
  DELETE r
}
CALL (n) {
  MATCH (n)<-[r]-()
  WHERE NOT type(r) IN ['CITES', 'USED']
  DELETE r
}
CALL (n) {
  MATCH (n)<-[r:CITES]-()
  SET r.quote = null, r.reason = null
}
WITH n, n.id AS id, n.space AS space, labels(n)[0] AS was
SET n = {id: id, space: space, kind: 'tombstone', was: was, title: 'Deleted', named: id IN $named, deletedBy: $by, retiredAt: datetime($at)}
SET n:Retired
REMOVE n:Trace:Lesson:Recommendation:Feedback:Insight
RETURN count(*) AS deleted
