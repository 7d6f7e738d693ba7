// Answers of a space within these times by the hour of the question: how many there were, how many had something to show, and how many of those are told to have helped or not. What a feedback says of the advice counts before how the work ended, what a run showed before what somebody says, the last before others.
// @read
// @param space: string
// @param windows: map[]
// @row hour: int
// @row asked: int
// @row answered: int
// @row helped: int
// @row unhelped: int
UNWIND $windows AS w
MATCH (r:Recommendation)
WHERE r.space = $space AND r.createdAt >= datetime({epochMillis: toInteger(w.from)}) AND r.createdAt < datetime({epochMillis: toInteger(w.to)})
WITH r, r.createdAt.epochMillis - r.createdAt.epochMillis % 3600000 AS hour, EXISTS { (r)-[:CITES]->() } AS answered
CALL (r) {
  OPTIONAL MATCH (f:Feedback)-[:ON]->(r)
  WITH f, CASE
    WHEN f.advice IN ['decided', 'helped'] THEN true
    WHEN f.advice IN ['no_use', 'misled'] THEN false
    WHEN f.helpfulness IN ['EXTREMELY_HELPFUL', 'GOOD'] THEN true
    WHEN f.helpfulness IS NOT NULL THEN false
    WHEN f.outcome = 'passed' THEN true
    WHEN f.outcome = 'failed' THEN false
  END AS helped
  ORDER BY CASE WHEN helped IS NULL THEN 1 ELSE 0 END, CASE WHEN f.advice IS NULL AND f.helpfulness IS NULL THEN 1 ELSE 0 END,
    CASE f.trust WHEN 'observed' THEN 0 ELSE 1 END, f.createdAt DESC, f.id
  LIMIT 1
  RETURN helped
}
RETURN hour, count(*) AS asked, count(CASE WHEN answered THEN 1 END) AS answered, count(CASE WHEN answered AND helped THEN 1 END) AS helped,
  count(CASE WHEN answered AND NOT helped THEN 1 END) AS unhelped
ORDER BY hour
