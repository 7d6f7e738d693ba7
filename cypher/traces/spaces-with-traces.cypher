// The spaces that hold attempts.
// @read
// @row id: string
MATCH (s:Space)
WHERE EXISTS { (s)<-[:IN]-(:Trace) }
RETURN s.id AS id
ORDER BY id
