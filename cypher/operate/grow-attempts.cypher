// Writes attempts by template, numbered from one up to before another: ten at each problem, each third failed with an error, the one after it got past that. For eval:scale.
// @batched
// @param space: string
// @param from: int
// @param to: int
// @param tasks: map[]
// @param errors: map[]
// @param apis: string[]
// @param noise: float
// @param principals: int
// @param days: int
// @param seen: boolean
UNWIND range($from, $to - 1) AS i
CALL (i) {
  WITH i, $tasks[(i / 10) % size($tasks)] AS task, toString(i) AS n, toString(i / 10) AS group,
    CASE i % 3 WHEN 0 THEN 'failed' ELSE 'passed' END AS outcome, datetime() - duration({seconds: 1 + (i * 7919) % ($days * 86400)}) AS at
  MERGE (s:Space {id: $space})
  MERGE (p:Problem {id: 'problem:scale-' + group})
  ON CREATE SET p.space = $space, p.kind = 'task', p.title = task.text + ' ' + group, p.text = task.text + ' ' + group, p.terms = '', p.named = false, p.libraries = [],
    p.createdAt = at, p.embedding = [x IN task.embedding | x + $noise * (rand() - 0.5)]
  MERGE (p)-[:IN]->(s)
  CREATE (t:Trace {id: 'trace:scale-' + n, hash: n, space: $space, principal: 'principal:scale-' + toString(i % $principals), trust: 'self-reported', kind: outcome, outcome: outcome,
    judgedBy: 'tests', title: p.title, problem: p.id, text: task.text + '\n\nAttempt ' + n + ' of ' + group, code: 'result = ' + task.call + '(case_' + n + ')', terms: '', libraries: [],
    steps: 1, states: 2, tainted: false, agent: 'agent-' + toString(i % $principals), createdAt: at, effect: CASE outcome WHEN 'passed' THEN 1.0 ELSE 0.0 END,
    curation: CASE WHEN $seen THEN 1 END, embedding: [x IN task.embedding | x + $noise * (rand() - 0.5)]})
  CREATE (t)-[:ATTEMPTS]->(p)
  CREATE (t)-[:IN]->(s)
  MERGE (a:State {id: 'state:scale-' + group})
  ON CREATE SET a.text = task.text + '\ncase = ' + group, a.kind = 'source', a.runs = false, a.within = $space, a.embedding = [x IN task.embedding | x + $noise * (rand() - 0.5)]
  CREATE (b:State {id: 'state:scale-' + group + '-' + n, text: t.code, kind: 'state', runs: outcome = 'passed', within: $space})
  CREATE (a)-[:STEP {trace: t.id, ordinal: 0, instruction: 'Call ' + task.call + ' with case ' + n, role: 'agent', value: 1.0, space: $space}]->(b)
  CREATE (t)-[:STARTS_AT]->(a)
  CREATE (t)-[:ENDS_AT]->(b)
  WITH i, t, outcome
  CALL (i, t) {
    UNWIND [k IN range(0, 2) | $apis[(i * 31 + k * 977) % size($apis)]] AS id
    MATCH (api:Api {id: id})
    CREATE (t)-[:USES {weight: 1.0, names: []}]->(api)
  }
  WITH i, t, outcome, $errors[(i / 3) % size($errors)] AS error
  CALL (t, outcome, error) {
    WITH t, outcome, error WHERE outcome = 'failed'
    MERGE (e:ErrorSignature {id: error.id})
    ON CREATE SET e.type = error.type, e.title = error.normalForm, e.text = error.example, e.kind = 'error', e.space = $space, e.vague = false
    CREATE (t)-[:RAISED {example: error.example, last: true}]->(e)
  }
  CALL (i, t, error) {
    WITH i, t, error WHERE i % 3 = 1
    MATCH (e:ErrorSignature {id: error.id})
    CREATE (t)-[:RESOLVED]->(e)
  }
} IN TRANSACTIONS OF 200 ROWS
