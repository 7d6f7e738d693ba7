// Jobs by id, or the newest ones when no id is given.
// @read
// @param ids: string[]
// @param limit: int
// @row id: string
// @row kind: string
// @row label: string
// @row state: string
// @row done: int
// @row total: int
// @row input: string
// @row result: string?
// @row code: string?
// @row message: string?
// @row startedAt: string
// @row finishedAt: string?
MATCH (j:Job)
WHERE size($ids) = 0 OR j.id IN $ids
RETURN j.id AS id, j.kind AS kind, j.label AS label, j.state AS state, toInteger(j.done) AS done, toInteger(j.total) AS total,
  j.input AS input, j.result AS result, j.code AS code, j.message AS message,
  toString(j.startedAt) AS startedAt, toString(j.finishedAt) AS finishedAt
ORDER BY startedAt DESC, id
LIMIT $limit
