// How answers of a space within these times ended for which a lot decided whether an insight was shown, by the hour of the question, the lot's share and the task session: an answer counts once for each insight that was drawn for it. Several feedbacks on one answer count once: what a run showed, else the last.
// @read
// @param space: string
// @param windows: map[]
// @row hour: int
// @row share: float
// @row shown: boolean
// @row task: string
// @row session: string
// @row n: int
// @row passed: int
UNWIND $windows AS w
MATCH (r:Recommendation)
WHERE r.space = $space AND r.createdAt >= datetime({epochMillis: toInteger(w.from)}) AND r.createdAt < datetime({epochMillis: toInteger(w.to)})
MATCH (r)-[e:CITES|WITHHELD]->(i)
WHERE e.share > 0 AND e.share < 1
WITH r, i, max(e.share) AS share, max(CASE type(e) WHEN 'CITES' THEN 1 ELSE 0 END) = 1 AS shown
CALL (r) {
  MATCH (f:Feedback)-[:ON]->(r)
  WHERE f.outcome IN ['passed', 'failed']
  RETURN f.outcome AS outcome
  ORDER BY CASE f.trust WHEN 'observed' THEN 0 ELSE 1 END, f.createdAt DESC, f.id LIMIT 1
}
WITH r.createdAt.epochMillis - r.createdAt.epochMillis % 3600000 AS hour, share, shown,
  coalesce(r.taskKey, 'question ' + left(coalesce(r.question, r.id), 200)) AS task, coalesce(r.sessionKey, '') AS session, outcome
RETURN hour, share, shown, task, session, count(*) AS n, count(CASE outcome WHEN 'passed' THEN 1 END) AS passed
ORDER BY hour, share, shown, task, session
