// Writes down who says that a note is wrong and what happened, one report of each; the note is put among the others anew, and those that say the same are named.
// @write
// @param id: string
// @param space: string
// @param by: string
// @param report: string
// @param most: int
// @row id: string
// @row text: string
// @row members: string[]
MATCH (l:Lesson {id: $id})
WHERE l.space = $space AND l.retired IS NULL
SET l.reportedBy = coalesce(l.reportedBy, [])
WITH l, [i IN range(0, size(l.reportedBy) - 1) WHERE l.reportedBy[i] <> $by] AS kept
WITH l, [i IN kept | l.reportedBy[i]] + [$by] AS names, [i IN kept | l.reports[i]] + [$report] AS reports
SET l.reportedBy = names[-$most..], l.reports = reports[-$most..], l.disputes = size(names[-$most..]), l.grouped = null
WITH l
RETURN l.id AS id, l.text AS text, COLLECT { MATCH (m:Lesson) WHERE m.id = l.id OR (l.behaviour IS NOT NULL AND m.behaviour = l.behaviour) RETURN m.id ORDER BY m.id LIMIT 200 } AS members
