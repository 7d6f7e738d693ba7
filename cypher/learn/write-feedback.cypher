// Writes what was said of a recommendation, and adds its evidence to what that cites; less than nothing where the sender said better of it before. Evidence is kept as of its latest moment; older evidence is added decayed, so that order does not matter.
// @write
// @param recommendation: string
// @param feedback: map
// @param credits: map[]
// @param space: string
// @param now: int
// @param halfLife: int
MATCH (r:Recommendation {id: $recommendation})
MERGE (s:Space {id: $space})
CREATE (f:Feedback {id: $feedback.id})
SET f += $feedback
SET f.space = $space, f.createdAt = datetime({epochMillis: $now}),
  f.testsPassed = toInteger($feedback.testsPassed), f.testsFailed = toInteger($feedback.testsFailed)
CREATE (f)-[:ON]->(r)
CREATE (f)-[:IN]->(s)
WITH r, f
UNWIND $credits AS credit
MATCH (r)-[:CITES]->(n)
WHERE n.id = credit.id
WITH DISTINCT f, credit, n
// Locked before it is read: two answers that cite the same node may be told of at once.
SET n.lock = true
REMOVE n.lock
WITH f, credit, n, coalesce(n.evidenceAt.epochMillis, $now) AS at
WITH f, credit, n, at, CASE WHEN at > $now THEN at ELSE $now END AS latest
WITH f, credit, n, latest, 0.5 ^ (toFloat(latest - at) / $halfLife) AS before, 0.5 ^ (toFloat(latest - $now) / $halfLife) AS fresh
// What came of an answer in another space tells nobody of this one.
FOREACH (_ IN CASE WHEN n.space = $space THEN [1] ELSE [] END | SET n.evidencePassed = CASE WHEN coalesce(n.evidencePassed, 0.0) * before + credit.passed * fresh > 0 THEN coalesce(n.evidencePassed, 0.0) * before + credit.passed * fresh ELSE 0.0 END,
  n.evidenceFailed = CASE WHEN coalesce(n.evidenceFailed, 0.0) * before + credit.failed * fresh > 0 THEN coalesce(n.evidenceFailed, 0.0) * before + credit.failed * fresh ELSE 0.0 END,
  n.evidenceUses = CASE WHEN coalesce(n.evidenceUses, 0) + toInteger(credit.uses) > 0 THEN coalesce(n.evidenceUses, 0) + toInteger(credit.uses) ELSE 0 END,
  n.evidenceAt = datetime({epochMillis: latest}))
FOREACH (_ IN CASE WHEN credit.used THEN [1] ELSE [] END | CREATE (f)-[:USED]->(n))
