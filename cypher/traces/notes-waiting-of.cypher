// Notes of these traces that have not been put beside the others yet, as whoever wrote them was cut short.
// @read
// @param traces: string[]
// @row id: string
UNWIND $traces AS trace
MATCH (:Trace {id: trace})<-[:LEARNED_IN]-(l:Lesson)
WHERE l.grouped IS NULL AND l.retired IS NULL AND l.subjectKey IS NOT NULL
RETURN DISTINCT l.id AS id
ORDER BY id
