// The next traces after one that use something in their code, with what they are linked to.
// @read
// @param space: string
// @param after: string
// @param limit: int
// @row id: string
// @row space: string
// @row problem: string
// @row uses: string[]
// @row candidates: string?
// @row linked: map[]
MATCH (t:Trace)
WHERE t.space = $space AND t.id > $after AND size(t.codeUses) > 0
WITH t ORDER BY t.id LIMIT $limit
MATCH (t)-[:ATTEMPTS]->(p:Problem)
OPTIONAL MATCH (t)-[u:USES]->(a:Api)
WITH t, p, u, a ORDER BY t.id, a.id
WITH t, p, collect({api: a.id, weight: u.weight, names: u.names}) AS linked
RETURN t.id AS id, t.space AS space, p.id AS problem, t.codeUses AS uses, t.codeCandidates AS candidates,
  [one IN linked WHERE one.api IS NOT NULL] AS linked
ORDER BY id
