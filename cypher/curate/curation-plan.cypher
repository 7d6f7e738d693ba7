// The clusters of a run, in order, with what became of those that are done.
// @read
// @param prefix: string
// @row id: string
// @row problems: string[]
// @row medoid: string
// @row libraries: string[]
// @row gap: string
// @row tainted: boolean
// @row outcome: string?
MATCH (m:Meta)
WHERE m.id STARTS WITH $prefix
RETURN m.id AS id, m.problems AS problems, m.medoid AS medoid, m.libraries AS libraries, m.gap AS gap, m.tainted AS tainted, m.outcome AS outcome
ORDER BY id
