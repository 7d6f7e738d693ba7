// How much a note counts, as it stands.
// @read
// @param id: string
// @row weight: float
MATCH (l:Lesson {id: $id})
RETURN toFloat(coalesce(l.weight, 0.0)) AS weight
