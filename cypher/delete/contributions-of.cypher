// What a principal, or everybody in a space or at a project, contributed: attempts, what was said of answers, and in a space its answers.
// @read
// @param principal: string?
// @param name: string?
// @param space: string?
// @param project: string?
// @param spaces: string[]
// @row id: string
MATCH (n:Trace|Recommendation|Feedback)
WHERE n.space IN $spaces AND (n.space = $space OR n.project = $project OR n.principal = $principal OR (n.principal IS NULL AND $name IN [n.agent, n.by]))
RETURN n.id AS id
ORDER BY id
