// Writes a field note by template at each fifth of these attempts, about an API that it used. For eval:scale.
// @batched
// @param space: string
// @param from: int
// @param to: int
// @param noise: float
// @param seen: boolean
UNWIND [i IN range($from, $to - 1) WHERE i % 5 = 0] AS i
CALL (i) {
  MATCH (t:Trace {id: 'trace:scale-' + toString(i)})-[:USES]->(a:Api)
  WITH i, t, a ORDER BY a.id LIMIT 1
  WITH i, t, a, a.qualifiedName + ' keeps the order of case ' + toString(i) AS said
  CREATE (l:Lesson {id: 'lesson:scale-' + toString(i), space: $space, kind: 'lesson', text: said, title: said, happens: 'keeps the order of case ' + toString(i), writer: 'agents', source: 'said',
    trust: 'self-reported', problem: t.problem, factor: 1.0, uses: 0, helped: 0, disputes: 0, witnesses: 1, principals: 1, weight: 0.5, grouped: true, tag: 'UNJUDGED', effect: t.effect,
    subject: a.qualifiedName, subjectKey: toLower(a.name), subjects: ['api:' + a.qualifiedName], about: [a.qualifiedName], terms: '', tainted: false, createdAt: t.createdAt,
    curation: CASE WHEN $seen THEN 1 END, embedding: [x IN a.embedding | x + $noise * (rand() - 0.5)]})
  SET l.behaviour = l.id
  CREATE (l)-[:LEARNED_IN {source: 'said', text: said, subject: l.subject, subjectKey: l.subjectKey, subjects: l.subjects, about: l.about, terms: ''}]->(t)
  CREATE (l)-[:ABOUT]->(a)
} IN TRANSACTIONS OF 200 ROWS
