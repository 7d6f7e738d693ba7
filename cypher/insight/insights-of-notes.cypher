// Insights of a space that rest on some of these notes.
// @read
// @param notes: string[]
// @param space: string
// @row id: string
UNWIND $notes AS note
MATCH (i:Insight)-[:DERIVED_FROM]->(:Lesson {id: note})
WHERE i.space = $space
RETURN DISTINCT i.id AS id ORDER BY id
