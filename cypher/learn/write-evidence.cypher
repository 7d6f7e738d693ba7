// Writes the evidence that these nodes keep from now on: sums as of a moment, and whose parts are in them.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (n:Doc|Api|Problem|Trace|Lesson|Insight|Retired {id: row.id})
SET n.evidencePassed = row.passed, n.evidenceFailed = row.failed, n.evidenceUses = toInteger(row.uses), n.evidenceAt = datetime({epochMillis: toInteger(row.at)}),
  n.evidenceOf = row.of, n.evidencePassedOf = row.passedOf, n.evidenceFailedOf = row.failedOf
