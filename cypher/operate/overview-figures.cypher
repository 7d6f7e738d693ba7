// The hours of a space as sums over equal stretches of time, from a moment in milliseconds since 1970 on; stretches in which nothing happened are left out.
// @read
// @param space: string
// @param from: int
// @param to: int
// @param step: int
// @row stretch: int
// @row asked: int
// @row answered: int
// @row helped: int
// @row unhelped: int
// @row attempts: int
// @row problems: int
// @row notes: int
// @row insights: int
// @row gaps: int
MATCH (h:Hour)
WHERE h.space = $space AND h.at >= datetime({epochMillis: $from}) AND h.at < datetime({epochMillis: $to})
RETURN (h.at.epochMillis - $from) / $step AS stretch, sum(h.asked) AS asked, sum(h.answered) AS answered, sum(h.helped) AS helped,
  sum(h.unhelped) AS unhelped, sum(h.attempts) AS attempts, sum(h.problems) AS problems, sum(h.notes) AS notes, sum(h.insights) AS insights, sum(h.gaps) AS gaps
ORDER BY stretch
