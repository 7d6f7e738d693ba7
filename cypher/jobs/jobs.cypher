// Jobs of these spaces by id, or the newest ones after a place in their order when no id is given.
// @read
// @param ids: string[]
// @param spaces: string[]
// @param before: string?
// @param after: string
// @param limit: int
// @row id: string
// @row kind: string
// @row label: string
// @row state: string
// @row space: string
// @row by: string?
// @row done: int
// @row total: int
// @row input: string
// @row result: string?
// @row code: string?
// @row message: string?
// @row startedAt: string
// @row finishedAt: string?
MATCH (j:Job)
WHERE j.space IN $spaces AND (size($ids) = 0 OR j.id IN $ids)
  AND ($before IS NULL OR j.startedAt < datetime($before) OR (j.startedAt = datetime($before) AND j.id > $after))
RETURN j.id AS id, j.kind AS kind, j.label AS label, j.state AS state, j.space AS space, j.by AS by, toInteger(j.done) AS done, toInteger(j.total) AS total,
  j.input AS input, j.result AS result, j.code AS code, j.message AS message,
  toString(j.startedAt) AS startedAt, toString(j.finishedAt) AS finishedAt
ORDER BY j.startedAt DESC, id
LIMIT $limit
