// Lessons near to a task, and those of the problem itself, with how relevant each is.
// @read
// @param vector: float[]
// @param problems: string[]
// @param spaces: string[]
// @param near: int
// @row id: string
// @row text: string
// @row tag: string
// @row effect: float
// @row relevance: float
// @row factor: float
// @row uses: int
// @row helped: int
// @row problem: string
// @row attempts: int
// @row agents: int
// @row happens: string
// @row when: string?
// @row instead: string?
// @row shownBy: string?
// @row about: string[]
// @row source: string
// @row trust: string
// @row witnesses: int
// @row disputed: boolean
CALL () {
  MATCH (l:Lesson)
    SEARCH l IN (VECTOR INDEX memory_vector FOR $vector WHERE l.space IN $spaces AND l.kind = 'lesson' LIMIT $near) SCORE AS score
  RETURN l
  UNION
  MATCH (l:Lesson)
  WHERE l.problem IN $problems AND l.space IN $spaces AND l.embedding IS NOT NULL
  RETURN l
}
WITH l
WHERE NOT coalesce(l.tainted, false) AND l.retired IS NULL AND l.project IS NULL
OPTIONAL MATCH (l)-[:LEARNED_IN]->(t:Trace)
WITH l, count(t) AS attempts, count(DISTINCT coalesce(t.principal, '')) AS agents
RETURN l.id AS id, l.text AS text, l.tag AS tag, toFloat(l.effect) AS effect,
  CASE WHEN l.problem IN $problems THEN 1.0 ELSE toFloat(2 * vector.similarity.cosine(l.embedding, $vector) - 1) END AS relevance,
  toFloat(l.factor) AS factor, toInteger(l.uses) AS uses, toInteger(l.helped) AS helped, l.problem AS problem, attempts, agents,
  coalesce(l.happens, l.text) AS happens, l.when AS when, l.instead AS instead, l.shownBy AS shownBy, coalesce(l.about, []) AS about, coalesce(l.source, 'model') AS source,
  coalesce(l.trust, 'self-reported') AS trust, toInteger(coalesce(l.witnesses, 1)) AS witnesses, coalesce(l.disputed, false) AS disputed
ORDER BY relevance DESC, id
