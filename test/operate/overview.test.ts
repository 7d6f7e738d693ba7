import fc from 'fast-check'
import type { Cairn } from '../../src/cairn.js'
import { itself } from '../../src/domain/caller.js'
import { hourRows } from '../../src/operate/overview/hour-rows.js'
import { keepHours } from '../../src/operate/overview/keep-hours.js'
import { makeHours } from '../../src/operate/overview/make-hours.js'
import { overviewOf, type OverviewRange } from '../../src/operate/overview/overview.js'
import { createLog } from '../../src/log.js'
import { closeDatabases, learningAt } from '../learn/answered.js'
import { buildCairn, closeCairns, removeFolders, testDatabase } from '../support/build-cairn.js'

const hour = 3_600_000
const now = Date.UTC(2026, 0, 10, 12, 30)

let cairn: Cairn
const db = testDatabase()

beforeEach(async () => {
  cairn = await buildCairn()
})
afterEach(closeDatabases)
afterEach(closeCairns)
afterAll(async () => {
  await db.close()
  removeFolders()
})

/** An answer to a question of some hours ago; `lots` are insights that were drawn for it. */
async function asked(
  id: string,
  of: {
    hoursAgo: number
    cites?: boolean
    space?: string
    task?: string
    lot?: 'CITES' | 'WITHHELD'
  }
): Promise<string> {
  const { hoursAgo, cites = true, space = 'public', task = id, lot } = of
  const given = { id: `recommendation:${id}`, at: now - hoursAgo * hour, space, task, cites }
  await db.raw(
    `MERGE (:Space {id: $space}) MERGE (d:Doc {id: 'doc:' + $space}) MERGE (i:Insight {id: 'insight:' + $space})
     SET i.space = $space, d.space = $space
     CREATE (r:Recommendation {id: $id, question: $id, space: $space, taskKey: $task, createdAt: datetime({epochMillis: toInteger($at)})})
     FOREACH (_ IN CASE WHEN $cites THEN [1] ELSE [] END | CREATE (r)-[:CITES {rank: 1}]->(d))
     FOREACH (_ IN CASE $lot WHEN 'CITES' THEN [1] ELSE [] END | CREATE (r)-[:CITES {share: 0.1, rank: 2}]->(i))
     FOREACH (_ IN CASE $lot WHEN 'WITHHELD' THEN [1] ELSE [] END | CREATE (r)-[:WITHHELD {share: 0.1}]->(i))`,
    { ...given, lot: lot ?? '' }
  )
  return given.id
}

async function tried(
  id: string,
  of: { hoursAgo: number; outcome?: string; format?: string | null; space?: string }
): Promise<string> {
  const { hoursAgo, outcome = 'passed', format = 'codex', space = 'public' } = of
  await db.raw(
    `MERGE (:Space {id: $space}) MERGE (p:Problem {id: 'problem:' + $space}) ON CREATE SET p.space = $space, p.createdAt = datetime({epochMillis: toInteger($at)})
     CREATE (t:Trace {id: $id, space: $space, outcome: $outcome, format: $format, problem: p.id, createdAt: datetime({epochMillis: toInteger($at)})})-[:ATTEMPTS]->(p)`,
    { id: `trace:${id}`, at: now - hoursAgo * hour, outcome, format, space }
  )
  return `trace:${id}`
}

const said = (recommendation: string, outcome: 'passed' | 'failed', by = 'ada') =>
  learningAt({ now }).learning.sendFeedback({ recommendation, from: 'agent', by, outcome })

const look = (range: OverviewRange = 'week', at = now, space = 'public') =>
  overviewOf({ db, spaces: ['public', 'team-a'], now: () => at, patienceMs: 60_000 }, space, range)

/** So much later that what was made is not new enough any more. */
const later = (minutes: number) => now + minutes * 60_000

/** What stands in the graph of hours: a statement of the test's own. */
async function hours(): Promise<string[]> {
  const rows = await db.run(
    {
      name: 'hours',
      access: 'read',
      integers: [],
      columns: { hour: 'map' },
      text: 'CYPHER 25 MATCH (h:Hour) RETURN properties(h) AS hour ORDER BY h.id'
    },
    {}
  )
  return (rows as { hour: object }[]).map(({ hour: one }) =>
    JSON.stringify(Object.entries(one).sort())
  )
}

/** Hours that are made as if none had ever been. */
async function anew(at: number): Promise<string[]> {
  await db.raw('MATCH (n:Hour|StaleHour) DETACH DELETE n')
  await db.raw("MATCH (m:Meta) WHERE m.id STARTS WITH 'hours:' DELETE m")
  for (const space of ['public', 'team-a']) await makeHours(db, space, at)
  return hours()
}

test('an empty memory has an overview of noughts', async () => {
  const overview = await look()
  expect(overview).toMatchObject({
    total: { asked: 0, attempts: 0 },
    answered: { n: 0, share: null },
    helped: { n: 0, share: null },
    guidance: { effect: null },
    queue: { ready: 0, blocked: 0, oldestAt: null },
    gaps: [],
    heard: []
  })
  expect(overview.stretches).toHaveLength(28)
  expect(await hours()).toEqual([])
})

test('what came into a space is told by the hour, and nothing of another space', async () => {
  await asked('a', { hoursAgo: 1 })
  await asked('b', { hoursAgo: 1, cites: false })
  await asked('c', { hoursAgo: 30 })
  await asked('other', { hoursAgo: 1, space: 'team-a' })
  await said('recommendation:a', 'passed')
  await said('recommendation:c', 'failed')
  await tried('1', { hoursAgo: 2 })
  await tried('2', { hoursAgo: 2, outcome: 'failed' })
  await tried('3', { hoursAgo: 40, format: null })
  await tried('4', { hoursAgo: 2, space: 'team-a' })
  const day = await look('day')
  expect(day.total).toMatchObject({ asked: 2, answered: 1, attempts: 2 })
  expect(day.helped).toMatchObject({ n: 1, count: 1 })
  expect(day.stretches).toHaveLength(24)
  expect(day.stretches.at(-2)).toMatchObject({ asked: 2, answered: 1 })
  expect(day.stretches.at(-3)).toMatchObject({ attempts: 2, passed: 1, failed: 1, unknown: 0 })
  expect(day.sources).toEqual([{ source: 'codex', n: 2, passed: 1, failed: 1, unknown: 0 }])
  const week = await look('week')
  expect(week.total).toMatchObject({ asked: 3, answered: 2, attempts: 3, problems: 1 })
  expect(week.helped).toMatchObject({ n: 2, count: 1, share: 0.5 })
  expect(week.helped.low).toBeCloseTo(0.0945, 3)
  expect(week.heard.map(({ source }) => source)).toEqual(['codex', 'recorded'])
  expect((await look('week', now, 'team-a')).total).toMatchObject({ asked: 1, attempts: 1 })
  await expect(look('week', now, 'team-b')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('what is said of the advice counts before how the work ended, and what a run showed before what is said', async () => {
  const id = await asked('a', { hoursAgo: 1 })
  await said(id, 'failed')
  await db.raw(
    "MATCH (r:Recommendation {id: $id}) CREATE (:Feedback {id: 'f:run', trust: 'observed', outcome: 'passed', space: 'public', createdAt: datetime('2026-01-01')})-[:ON]->(r)",
    { id }
  )
  expect((await look()).helped).toMatchObject({ n: 1, count: 1 })
  await learningAt({ now }).learning.sendFeedback({
    recommendation: id,
    from: 'agent',
    by: 'bob',
    outcome: 'passed',
    advice: 'misled'
  })
  expect((await look('week', later(2))).helped).toMatchObject({ n: 1, count: 0 })
})

test('guidance is measured by lots over eight task sessions a side, and not below', async () => {
  for (let i = 0; i < 8; i += 1) {
    await said(await asked(`with${String(i)}`, { hoursAgo: i, lot: 'CITES' }), 'passed')
    if (i > 0)
      await said(await asked(`without${String(i)}`, { hoursAgo: i, lot: 'WITHHELD' }), 'failed')
  }
  expect((await look()).guidance).toMatchObject({
    effect: null,
    clusters: { shown: 8, withheld: 7 }
  })
  await said(await asked('without', { hoursAgo: 1, lot: 'WITHHELD' }), 'failed')
  const { guidance } = await look('week', later(2))
  expect(guidance).toMatchObject({
    effect: 1,
    shown: { n: 8, passed: 8 },
    withheld: { n: 8, passed: 0 }
  })
  expect(guidance.low).toBeGreaterThan(0)
})

test('feedback, runs and deletions that come late change the hours which they are about', async () => {
  const answer = await asked('old', { hoursAgo: 50 })
  const trace = await tried('old', { hoursAgo: 60, outcome: 'unknown' })
  await asked('gone', { hoursAgo: 70 })
  await tried('gone', { hoursAgo: 70, outcome: 'failed' })
  expect(await look()).toMatchObject({ total: { asked: 2, attempts: 2 }, helped: { n: 0 } })

  await said(answer, 'passed')
  expect((await look('week', later(2))).helped).toMatchObject({ n: 1, count: 1 })
  await said(answer, 'failed')
  expect((await look('week', later(4))).helped).toMatchObject({ n: 1, count: 0 })

  const run = { command: 'npm test', exitStatus: 0, trace }
  await cairn.as({ ...itself, role: 'runner' }).recordRun(run)
  expect((await look('week', later(6))).sources).toMatchObject([
    { passed: 1, failed: 1, unknown: 0 }
  ])

  await cairn.deleteContribution({ id: 'recommendation:gone' })
  await cairn.deleteContribution({ id: 'trace:gone' })
  const left = await look('week', later(8))
  expect(left.total).toMatchObject({ asked: 1, attempts: 1 })
  const said1 = await learningAt({ now }).learning.feedback(answer)
  await cairn.deleteContribution({ id: said1[0]?.id ?? '' })
  expect((await look('week', later(10))).helped).toMatchObject({ n: 0 })
  expect(await hours()).toEqual(await anew(later(10)))
})

test('a correction of an attempt changes the hour in which it was taken in', async () => {
  const attempt = { task: 'Fold it', agent: 'ada', id: 'mine' }
  const record = (outcome: 'passed' | 'failed') => cairn.recordTraces([{ ...attempt, outcome }])
  const [receipt] = await record('failed')
  await db.raw(
    'MATCH (t:Trace {id: $id}) SET t.createdAt = datetime({epochMillis: toInteger($at)})',
    { id: receipt?.trace ?? '', at: now - 60 * hour }
  )
  expect((await look()).sources).toMatchObject([{ source: 'recorded', n: 1, failed: 1 }])
  await record('passed')
  expect((await look('week', later(2))).sources).toMatchObject([{ n: 1, passed: 1, failed: 0 }])
})

test('within a minute nothing is made anew, and after a start nothing is lost or counted twice', async () => {
  await asked('a', { hoursAgo: 0 })
  expect((await look()).total.asked).toBe(1)
  await asked('b', { hoursAgo: 0 })
  expect((await look('week', now + 30_000)).total.asked).toBe(1)
  expect((await look('week', later(1))).total.asked).toBe(2)
  await closeCairns()
  cairn = await buildCairn({ keep: true })
  expect((await look('week', later(90))).total.asked).toBe(2)
  expect(await hours()).toEqual(await anew(later(90)))
})

test('history from before hours were kept is made, however far back', async () => {
  for (const days of [300, 120, 1]) await asked(String(days), { hoursAgo: days * 24 })
  const year = await look('year')
  expect(year.total.asked).toBe(3)
  expect(year.stretches.filter((one) => one.asked > 0)).toHaveLength(3)
  expect(await hours()).toHaveLength(3)
})

test('several that make hours at once, while feedback comes in, agree with who makes them alone', async () => {
  const others = [testDatabase(), testDatabase()]
  const ids = await Promise.all(
    Array.from({ length: 12 }, (_, i) => asked(String(i), { hoursAgo: 40 + (i % 3) }))
  )
  await makeHours(db, 'public', now)
  const make = (i: number) => makeHours([db, ...others][i % 3] ?? db, 'public', later(2 + 2 * i))
  await Promise.all([
    ...Array.from({ length: 9 }, (_, i) => make(i)),
    ...ids.map((id, i) => said(id, i % 2 === 0 ? 'passed' : 'failed'))
  ])
  await makeHours(db, 'public', later(60))
  expect(await hours()).toEqual(await anew(later(60)))
  expect((await look('week', later(60))).helped).toMatchObject({ n: 12, count: 6 })
  for (const one of others) await one.close()
})

test('hours of all spaces are made without anybody looking', async () => {
  await asked('a', { hoursAgo: 5 })
  await asked('b', { hoursAgo: 5, space: 'team-a' })
  const times = { afterStartMs: 1, againMs: 20 }
  const log = createLog('silent')
  const keeping = keepHours(db, { started: Promise.resolve(), log, times })
  while ((await hours()).length < 2) await new Promise((done) => setTimeout(done, 20))
  await keeping.stop()
  expect(await hours()).toHaveLength(2)
})

test('hours are the same whatever the order of what was found', () => {
  const at = fc.constantFrom(0, hour, 2 * hour)
  const attempts = fc.uniqueArray(
    fc.record({
      hour: at,
      source: fc.constantFrom('codex', 'recorded'),
      outcome: fc.constantFrom('passed', 'failed'),
      n: fc.nat(9),
      last: fc.nat(9)
    }),
    { selector: (one) => `${String(one.hour)} ${one.source} ${one.outcome}` }
  )
  const lots = fc.array(
    fc.record({
      hour: at,
      share: fc.constantFrom(0.1, 0.5),
      shown: fc.boolean(),
      task: fc.string(),
      session: fc.constant(''),
      n: fc.nat(9),
      passed: fc.nat(9)
    })
  )
  const both = fc.record({ attempts, lots }).chain((one) =>
    fc.record({
      as: fc.constant(one),
      otherwise: fc.record({
        attempts: fc.shuffledSubarray(one.attempts, { minLength: one.attempts.length }),
        lots: fc.shuffledSubarray(one.lots, { minLength: one.lots.length })
      })
    })
  )
  fc.assert(
    fc.property(both, ({ as, otherwise }) => {
      const rest = { answers: [], grown: [] }
      expect(hourRows('s', { ...rest, ...otherwise })).toEqual(hourRows('s', { ...rest, ...as }))
    })
  )
})
