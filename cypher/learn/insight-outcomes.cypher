// How answers of these spaces ended for which a lot decided whether these insights were shown, by the lot's share and the task session that they belong to.
// Several feedbacks on one answer count once: what a run showed, else the last. An answer from before sessions were kept belongs to that of its question.
// @read
// @param ids: string[]
// @param spaces: string[]
// @param most: int
// @param since: int
// @row id: string
// @row title: string
// @row counts: map[]
MATCH (i:Insight)
WHERE i.id IN $ids AND i.space IN $spaces
CALL (i) {
  MATCH (i)<-[e:CITES|WITHHELD]-(r:Recommendation)
  WHERE r.space IN $spaces AND e.share > 0 AND e.share < 1 AND r.createdAt > datetime({epochMillis: $since})
  WITH r, max(e.share) AS share, max(CASE type(e) WHEN 'CITES' THEN 1 ELSE 0 END) = 1 AS shown
  ORDER BY r.createdAt DESC, r.id LIMIT $most
  CALL (r) {
    MATCH (f:Feedback)-[:ON]->(r)
    WHERE f.outcome IN ['passed', 'failed']
    RETURN f.outcome AS outcome, coalesce(f.principal, '') AS principal
    ORDER BY CASE f.trust WHEN 'observed' THEN 0 ELSE 1 END, f.createdAt DESC, f.id LIMIT 1
  }
  WITH share, shown, coalesce(r.taskKey, 'question ' + left(coalesce(r.question, r.id), 200)) AS task, coalesce(r.sessionKey, '') AS session, principal,
    count(*) AS n, count(CASE outcome WHEN 'passed' THEN 1 END) AS passed
  ORDER BY share, shown, task, session, principal
  RETURN collect({share: share, shown: shown, task: task, session: session, principal: principal, n: n, passed: passed}) AS counts
}
RETURN i.id AS id, i.title AS title, counts
ORDER BY id
