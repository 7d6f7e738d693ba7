// What happened to a node in sight, the newest first: when it came, decisions on it and on its other revisions, the epochs it was in force in, what was said of it.
// @read
// @param id: string
// @param spaces: string[]
// @param limit: int
// @row at: string?
// @row what: string
// @row by: string?
// @row text: string?
// @row node: string?
MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
WHERE n.id = $id AND ('State' IN labels(n) OR 'ErrorSignature' IN labels(n) OR n.space IN $spaces)
CALL (n) {
  UNWIND [[n.createdAt, 'written'], [n.ingestedAt, 'taken in'], [n.openedAt, 'opened'], [n.closedAt, 'closed'], [n.startedAt, 'started'],
    [n.finishedAt, 'finished'], [n.retiredAt, 'removed']] AS moment
  WITH n, moment WHERE moment[0] IS NOT NULL
  RETURN toString(moment[0]) AS at, moment[1] AS what, CASE WHEN n:Trace THEN n.agent END AS by, null AS text, null AS node
  UNION ALL
  MATCH (n:Insight)<-[:DECIDED]-(review:Review)
  WHERE review.space IN $spaces
  RETURN toString(review.at) AS at, review.kind AS what, review.by AS by, review.reason AS text, review.id AS node
  UNION ALL
  MATCH (n:Insight)
  MATCH (other:Insight {lineage: n.lineage})
  WHERE other <> n AND other.space IN $spaces
  RETURN toString(other.createdAt) AS at, 'revision ' + toString(toInteger(coalesce(other.revision, 1))) AS what, other.writer AS by, other.title AS text, other.id AS node
  UNION ALL
  MATCH (n:Insight)-[:IN_FORCE_IN]->(e:Epoch)
  WHERE e.space IN $spaces
  RETURN toString(e.closedAt) AS at, 'in force at the end of epoch ' + toString(toInteger(e.number)) AS what, e.closedBy AS by, e.note AS text, e.id AS node
  UNION ALL
  MATCH (n)<-[said:ON|USED]-(f:Feedback)
  WHERE f.space IN $spaces
  RETURN toString(f.createdAt) AS at, CASE type(said) WHEN 'ON' THEN 'feedback' ELSE 'used' END + coalesce(': ' + f.outcome, '') AS what, f.by AS by,
    coalesce(f.note, f.needed) AS text, f.id AS node
}
RETURN at, what, by, left(text, 500) AS text, node
ORDER BY at IS NULL, at DESC, what, node
LIMIT $limit
