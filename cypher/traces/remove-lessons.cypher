// Removes notes that no trace says any more, but for those that were cited, used or drawn from.
// @write
// @param ids: string[]
MATCH (l:Lesson)
WHERE l.id IN $ids AND NOT EXISTS { (l)<-[:CITES]-(:Recommendation) } AND NOT EXISTS { (l)<-[:USED]-(:Feedback) } AND NOT EXISTS { (l)<-[:DERIVED_FROM]-(:Insight) }
CREATE (:StaleHour {id: randomUUID(), space: l.space, at: datetime.truncate('hour', coalesce(l.createdAt, datetime()))})
DETACH DELETE l
