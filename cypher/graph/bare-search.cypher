// The floor of retrieval: one vector query and nothing else, for measurements.
// @read
// @param vector: float[]
// @param limit: int
// @row id: string
MATCH (n:Doc|Api)
  SEARCH n IN (VECTOR INDEX memory_vector FOR $vector LIMIT $limit) SCORE AS score
RETURN n.id AS id
