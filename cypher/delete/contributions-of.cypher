// What a principal, or everybody in a space or at a project, contributed: attempts, what was said of answers, and in a space its answers. What somebody who may speak for others recorded under its name is its too.
// @read
// @param principal: string?
// @param name: string?
// @param space: string?
// @param project: string?
// @param spaces: string[]
// @row id: string
MATCH (n:Trace|Recommendation|Feedback)
WHERE n.space IN $spaces AND (n.space = $space OR n.project = $project OR n.principal = $principal
  OR ($name IN [n.agent, n.by] AND NOT EXISTS { (p:Principal {id: n.principal}) WHERE p.role IN ['agent', 'runner'] }))
RETURN n.id AS id
ORDER BY id
