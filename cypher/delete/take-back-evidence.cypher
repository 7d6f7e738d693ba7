// Takes back what a feedback that is deleted was worth, decayed to the moment as of which evidence is kept.
// @write
// @param rows: map[]
// @param halfLife: int
UNWIND $rows AS row
MATCH (n:Doc|Api|Trace|Lesson|Insight|Retired {id: row.node})
WHERE n.space = row.space AND n.evidenceAt IS NOT NULL
WITH n, row, 0.5 ^ (toFloat(n.evidenceAt.epochMillis - row.at) / $halfLife) AS left
SET n.evidencePassed = CASE WHEN coalesce(n.evidencePassed, 0.0) > row.passed * left THEN n.evidencePassed - row.passed * left ELSE 0.0 END,
  n.evidenceFailed = CASE WHEN coalesce(n.evidenceFailed, 0.0) > row.failed * left THEN n.evidenceFailed - row.failed * left ELSE 0.0 END,
  n.evidenceUses = CASE WHEN row.used AND coalesce(n.evidenceUses, 0) > 0 THEN n.evidenceUses - 1 ELSE coalesce(n.evidenceUses, 0) END
