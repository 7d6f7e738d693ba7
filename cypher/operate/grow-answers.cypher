// Writes an answer by template beside each of these attempts, feedback on each fourth, a gap beside each hundredth. For eval:scale.
// @batched
// @param space: string
// @param from: int
// @param to: int
// @param embedder: string
UNWIND range($from, $to - 1) AS i
CALL (i) {
  MATCH (s:Space {id: $space})
  MATCH (t:Trace {id: 'trace:scale-' + toString(i)})-[:ATTEMPTS]->(p:Problem)
  CREATE (r:Recommendation {id: 'recommendation:scale-' + toString(i), question: t.title, kind: 'task', libraries: [], space: $space, taskKey: t.problem, createdAt: t.createdAt})
  CREATE (r)-[:FOR]->(p)
  WITH i, s, t, p, r
  CALL (t, r) {
    MATCH (t)-[:USES]->(a:Api)
    CREATE (r)-[:CITES {rank: 1, section: 'use', reason: 'named', quote: a.title}]->(a)
  }
  CALL (i, s, t, r) {
    WITH i, s, t, r WHERE i % 4 = 0
    CREATE (f:Feedback {id: 'feedback:scale-' + toString(i), space: $space, from: 'agent', principal: t.principal, outcome: t.outcome, trust: 'self-reported', createdAt: t.createdAt})
    CREATE (f)-[:ON]->(r)
    CREATE (f)-[:IN]->(s)
    WITH f, t
    MATCH (t)-[:USES]->(a:Api)
    CREATE (f)-[:USED]->(a)
  }
  CALL (i, s, t, p, r) {
    WITH i, s, t, p, r WHERE i % 100 = 0
    CREATE (k:KnowledgeRequest {id: 'gap:scale-' + toString(i), space: $space, state: 'open', kind: 'need', text: t.title, title: t.title, asks: 1, tainted: false, embeddedBy: $embedder, embedding: p.embedding,
      libraries: [], createdAt: t.createdAt, lastAskedAt: t.createdAt})
    CREATE (k)-[:IN]->(s)
    CREATE (r)-[:ASKS_FOR]->(k)
  }
} IN TRANSACTIONS OF 200 ROWS
