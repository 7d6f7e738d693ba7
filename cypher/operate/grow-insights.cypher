// Writes an insight by template from each fiftieth of these attempts: every other is in force, the rest waits for a curator. For eval:scale.
// @batched
// @param space: string
// @param from: int
// @param to: int
// @param noise: float
UNWIND [i IN range($from, $to - 1) WHERE i % 50 = 0] AS i
CALL (i) {
  MATCH (s:Space {id: $space})
  MATCH (t:Trace {id: 'trace:scale-' + toString(i)})-[:USES]->(a:Api)
  WITH i, s, t, a ORDER BY a.id LIMIT 1
  CREATE (n:Insight {id: 'insight:scale-' + toString(i), space: $space, kind: CASE WHEN i % 100 = 0 THEN 'reviewed' ELSE 'candidate' END, state: CASE WHEN i % 100 = 0 THEN 'approved' ELSE 'in-review' END,
    title: a.qualifiedName + ' in case ' + toString(i), text: a.qualifiedName + ' in case ' + toString(i) + ': pass the whole case at once.', advice: 'Pass the whole case at once.', applies: t.title,
    writer: 'rules', library: a.library, names: toLower(a.name), terms: '', flags: [], gates: '[{"gate":"observed","passed":true}]', lineage: 'insight:scale-' + toString(i), revision: 1, version: 1,
    support: 1, agents: 1, problems: 1, tainted: false, createdAt: t.createdAt, embedding: [x IN t.embedding | x + $noise * (rand() - 0.5)]})
  CREATE (n)-[:DERIVED_FROM]->(t)
  CREATE (n)-[:ABOUT]->(a)
  CREATE (n)-[:IN]->(s)
} IN TRANSACTIONS OF 200 ROWS
