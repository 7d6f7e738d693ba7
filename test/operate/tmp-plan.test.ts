import neo4j from 'neo4j-driver'
import * as queries from '../../src/graph/queries.js'
import { overviewOf } from '../../src/operate/overview/overview.js'
import { buildCairn, closeCairns, testConfig, testDatabase } from '../support/build-cairn.js'
import { writeFileSync } from 'node:fs'
test('plans', async () => {
  await buildCairn()
  const db = testDatabase()
  const now = Date.now()
  await db.raw(`MERGE (:Space {id: 'public'}) WITH 1 AS x UNWIND range(0, 8759) AS i WITH datetime({epochMillis: toInteger($now)}) - duration({hours: i}) AS at, i
   CREATE (:Hour {id: 'hour:public:' + i, space: 'public', at: datetime.truncate('hour', at), asked: 10, answered: 8, helped: 3, unhelped: 1, attempts: 5, problems: 2, notes: 1, insights: 0, gaps: 0,
     came: ['codex passed 3 1', 'codex failed 1 1', 'recorded passed 1 1'], lots: ['[0.1,true,"t' + i + '","",1,1]', '[0.1,false,"u' + i + '","",1,0]']})`, { now })
  await db.raw(`UNWIND range(1, 20000) AS i CREATE (:Insight {id: 'i' + i, space: 'team', state: 'approved', createdAt: datetime()}), (:Trace {id: 't' + i, space: 'team', createdAt: datetime()}), (:KnowledgeRequest {id: 'k' + i, space: 'team', state: 'open', asks: 1, createdAt: datetime(), lastAskedAt: datetime()})`)
  await db.raw(`MERGE (m:Meta {id: 'hours:public'}) SET m.until = toInteger($now), m.madeAt = toInteger($now + 0)`, { now })
  const out: string[] = []
  for (const range of ['day', 'week', 'month', 'year', 'year', 'year', 'day', 'day'] as const) {
    const t = performance.now()
    const o = await overviewOf({ db, spaces: ['public'], now: () => now }, 'public', range)
    out.push(`${range} ${(performance.now() - t).toFixed(0)} ms, asked ${o.total.asked}`)
  }
  const c = testConfig()
  const d = neo4j.driver(c.neo4jUri ?? '', neo4j.auth.basic(c.neo4jUser, c.neo4jPassword ?? ''))
  const p = { space: 'public', windows: [{ from: 0, to: 1 }], rows: [], from: neo4j.int(0), to: neo4j.int(1), step: neo4j.int(1), most: neo4j.int(5), since: neo4j.int(0), states: ['a'], until: neo4j.int(0), madeAt: neo4j.int(0), ids: ['x'], spaces: ['public'], asks: null, before: null, after: '', limit: neo4j.int(5), named: [], by: 'x', at: '2026-01-01T00:00:00Z', id: 'x', outcome: 'passed', run: {}, exit: neo4j.int(0), now: neo4j.int(0), recommendation: 'r', feedback: { id: 'f' }, used: [], states2: [], errors: [], problems: [] }
  const names = Object.values(queries).filter((q) => /^(overview|hours-|hold-hours|note-hours|take-stale|first-in|.*-by-hour|write-hours|gaps$|entomb|remove-asked|remove-orphan|remove-lessons|clear-traces|write-run|write-feedback)/.test(q.name))
  for (const q of names) {
    const r = await d.executeQuery('EXPLAIN ' + q.text.replace(/^CYPHER 25\s*/, ''), p).catch((e) => { out.push(q.name + ' ERROR ' + e.message); return null })
    const ops: string[] = []
    const walk = (n: any) => { if (/Seek|Scan/.test(n.operatorType)) ops.push(n.operatorType.replace('@neo4j', '') + ' ' + (n.arguments.Details ?? '').slice(0, 110)); n.children.forEach(walk) }
    if (r?.summary.plan) walk(r.summary.plan)
    out.push(q.name + '\n   ' + ops.join('\n   '))
  }
  await d.close()
  await db.close()
  await closeCairns()
  writeFileSync('/tmp/overview-plans.txt', out.join('\n'))
}, 300_000)
