// In which of these spaces something stands that is decided on, answered or said to be wrong.
// @read
// @param id: string
// @param spaces: string[]
// @row space: string
MATCH (n:Recommendation|Insight|KnowledgeRequest|Lesson)
WHERE n.id = $id AND n.space IN $spaces
RETURN n.space AS space
