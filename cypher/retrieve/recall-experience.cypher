// Experience close in meaning, best first, with the APIs it used. The kinds keep documentation out inside the index: a label alone is only looked at afterwards.
// @read
// @param vector: float[]
// @param spaces: string[]
// @param limit: int
// @row id: string
// @row label: string
// @row outcome: string?
// @row score: float
// @row uses: map[]
MATCH (n:Problem|Trace|Lesson|Insight)
  SEARCH n IN (VECTOR INDEX memory_vector FOR $vector WHERE n.space IN $spaces AND n.kind IN ['task', 'passed', 'failed', 'unknown', 'lesson', 'reviewed'] LIMIT $limit) SCORE AS score
WITH n, score
WHERE NOT coalesce(n.tainted, false)
CALL (n) {
  OPTIONAL MATCH (n)-[:USES|ABOUT]->(a:Api)
  WHERE a.space IN $spaces
  RETURN [use IN collect({entry: coalesce(a.doc, a.id), id: a.id, name: a.qualifiedName, kind: a.kind, library: a.library,
    standing: coalesce(a.standing, [])}) WHERE use.id IS NOT NULL][..40] AS uses
}
RETURN n.id AS id, labels(n)[0] AS label, n.outcome AS outcome, score, uses
ORDER BY score DESC, id
