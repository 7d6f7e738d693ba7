// Insights that were in force in an epoch, the closest in meaning first, with the APIs they are about.
// @read
// @param epoch: string
// @param vector: float[]
// @param spaces: string[]
// @param limit: int
// @row id: string
// @row label: string
// @row outcome: string?
// @row score: float
// @row uses: map[]
MATCH (n:Insight)-[:IN_FORCE_IN]->(:Epoch {id: $epoch})
WHERE n.space IN $spaces AND n.embedding IS NOT NULL
WITH n, vector.similarity.cosine(n.embedding, $vector) AS score
ORDER BY score DESC, n.id
LIMIT $limit
CALL (n) {
  OPTIONAL MATCH (n)-[:ABOUT]->(a:Api)
  WHERE a.space IN $spaces
  RETURN [use IN collect({entry: coalesce(a.doc, a.id), id: a.id, name: a.qualifiedName, kind: a.kind, library: a.library,
    standing: coalesce(a.standing, [])}) WHERE use.id IS NOT NULL][..40] AS uses
}
RETURN n.id AS id, 'Insight' AS label, null AS outcome, score, uses
ORDER BY score DESC, id
