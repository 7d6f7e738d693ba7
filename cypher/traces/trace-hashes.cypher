// Which of these traces are there, with the hash of their content, whose they are and which problem they attempt.
// @read
// @param ids: string[]
// @row id: string
// @row hash: string?
// @row principal: string?
// @row problem: string?
MATCH (t:Trace)
WHERE t.id IN $ids
RETURN t.id AS id, t.hash AS hash, t.principal AS principal, t.problem AS problem
