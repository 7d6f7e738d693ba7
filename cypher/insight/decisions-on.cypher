// Decisions on an insight, the newest first.
// @read
// @param id: string
// @param limit: int
// @row id: string
// @row kind: string
// @row by: string
// @row at: string
// @row reason: string
// @row before: string
// @row after: string
MATCH (:Insight {id: $id})<-[:DECIDED]-(r:Review)
RETURN r.id AS id, r.kind AS kind, r.by AS by, r.at AS at, r.reason AS reason, r.before AS before, r.after AS after
ORDER BY r.ordinal DESC, r.id
LIMIT $limit
