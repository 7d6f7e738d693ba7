// Writes what a run showed of an attempt; what its agent said of how it ended is kept beside it. To curation and to who writes lessons it is news.
// @write
// @param id: string
// @param outcome: string
// @param run: map
// @param exit: int
// @param now: int
// @row title: string
// @row claimed: string
MATCH (t:Trace {id: $id})
SET t.claimed = coalesce(t.claimed, t.outcome, 'unknown')
SET t += $run, t.observed = $outcome, t.observedExit = $exit, t.observedAt = datetime({epochMillis: $now}), t.outcome = $outcome, t.kind = $outcome,
  t.judgedBy = 'tests', t.effect = CASE WHEN $outcome <> 'passed' THEN 0 WHEN coalesce(t.effect, 0) > 0 THEN t.effect ELSE 1 END,
  t.curation = null, t.lessonBy = null
CREATE (:StaleHour {id: randomUUID(), space: t.space, at: datetime.truncate('hour', coalesce(t.createdAt, datetime()))})
RETURN coalesce(t.title, t.id) AS title, t.claimed AS claimed
