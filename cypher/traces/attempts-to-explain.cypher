// Judged attempts that no chat model was asked about yet, in the order of their ids.
// @read
// @param space: string
// @param after: string
// @param limit: int
// @row id: string
// @row problem: string
// @row task: string
// @row outcome: string
// @row code: string
// @row effect: float
// @row measurements: string?
// @row log: string?
// @row type: string?
// @row apis: string[]
MATCH (t:Trace)-[:ATTEMPTS]->(p:Problem)
WHERE t.space = $space AND t.id > $after AND t.outcome IN ['passed', 'failed'] AND t.code IS NOT NULL AND t.lessonBy IS NULL
  AND NOT coalesce(t.tainted, false)
WITH t, p ORDER BY t.id LIMIT $limit
OPTIONAL MATCH (t)-[r:RAISED {last: true}]->(e:ErrorSignature)
WITH t, p, e, r ORDER BY t.id, e.id
WITH t, p, head(collect({type: e.type, example: r.example})) AS error
OPTIONAL MATCH (t)-[u:USES]->(:Api)
WITH t, p, error, collect(u.names) AS names
RETURN t.id AS id, p.id AS problem, p.text AS task, t.outcome AS outcome, t.code AS code, toFloat(coalesce(t.effect, 0)) AS effect,
  t.measurements AS measurements, coalesce(t.error, error.example) AS log, error.type AS type,
  reduce(all = [], some IN names | all + some) AS apis
ORDER BY id
