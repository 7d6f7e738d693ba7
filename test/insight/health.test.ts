import { closeCairns, removeFolders } from '../support/build-cairn.js'
import { createLearning } from '../../src/learn/learning.js'
import { gainQuantile } from '../../src/graph/queries.js'
import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'
import type { Caller } from '../../src/domain/caller.js'
import { createReview } from '../../src/insight/review.js'
import { closeDesks, openDesk, type Desk } from './plant.js'

afterEach(closeDesks)
afterEach(closeCairns)
afterAll(removeFolders)

test('a graph in order has nothing amiss', async () => {
  const desk = await openDesk()
  const none = { count: 0, examples: [] }
  expect(await desk.review.graphHealth()).toEqual({
    orphans: [],
    missingVectors: [],
    neverUsedInsights: { what: 'never-used', ...none },
    contradictedInsights: { what: 'contradicted', ...none },
    suspendedInsights: { what: 'suspended', ...none },
    nearDuplicates: { what: 'near-duplicates', ...none },
    openGaps: { what: 'open', ...none },
    failingJobs: { what: 'failed', ...none },
    rejectedWrites: { what: 'rejected', ...none },
    blockedQueue: { what: 'blocked', ...none },
    emptyJobs: { what: 'empty', ...none },
    hurtingInsights: { what: 'hurting', ...none },
    staleLibraries: { what: 'stale', ...none }
  })
})

test('what is amiss is counted, with examples', async () => {
  const desk = await openDesk()
  const [a, b] = await Promise.all(['a', 'b'].map((name) => desk.plant(name)))
  for (const insight of [a, b])
    await desk.review.decide({
      verdict: 'approve',
      insight: insight ?? '',
      version: 1,
      by: 'ada'
    })
  await desk.db.raw(
    `MATCH (a:Insight {id: $a}), (b:Insight {id: $b})
     SET b.embedding = a.embedding
     CREATE (a)-[:CONTRADICTS]->(b),
       (:Trace {id: 'trace:lost', space: 'public', title: 'Lost'}),
       (:KnowledgeRequest {id: 'gap:1', space: 'public', state: 'open', text: 'How to fold?'}),
       (:Job {id: 'job:1', state: 'failed', label: 'ingest', message: 'No room.', startedAt: datetime()}),
       (:Job {id: 'job:2', state: 'done', label: 'traces', result: '{"total":{"accepted":1,"rejected":2}}', startedAt: datetime()}),
       (:Job {id: 'job:3', state: 'done', label: 'traces', result: '{"total":{"accepted":1,"rejected":0}}', startedAt: datetime()})`,
    { a, b }
  )
  const health = await desk.review.graphHealth()
  expect(health.orphans).toEqual([
    {
      what: 'Trace without ATTEMPTS',
      count: 1,
      examples: [{ id: 'trace:lost', title: 'Lost' }]
    }
  ])
  expect(health.missingVectors).toMatchObject([{ what: 'Trace', count: 1 }])
  expect(health.neverUsedInsights.count).toBe(2)
  expect(health.contradictedInsights.count).toBe(2)
  expect(health.nearDuplicates).toMatchObject({
    count: 1,
    examples: [{ id: a, title: 'Spread lists with a – like: Spread lists with b' }]
  })
  expect(health.openGaps.examples).toEqual([{ id: 'gap:1', title: 'How to fold?' }])
  expect(health.failingJobs.examples).toEqual([{ id: 'job:1', title: 'ingest: No room.' }])
  expect(health.rejectedWrites.examples).toEqual([{ id: 'job:2', title: 'traces' }])
})

interface Answers {
  readonly insight: string
  readonly name: string
  readonly shown: boolean
  readonly outcome: 'passed' | 'failed'
  readonly n: number
  readonly space?: string
  readonly principal?: string | null
  /** Milliseconds after the first of all. */
  readonly at?: number
}

/** Answers for which a lot was drawn, each to a task of its own, with how they ended. */
async function answered({ db }: Desk, of: Answers): Promise<void> {
  await db.raw(
    `MATCH (i:Insight {id: $insight})
     UNWIND range(1, $n) AS k
     CREATE (r:Recommendation {id: 'recommendation:' + $name + k, question: 'q', libraries: [], space: $space, taskKey: $name + k,
       createdAt: datetime({epochMillis: toInteger($start + $at + k)})})
     CREATE (f:Feedback {id: 'feedback:' + $name + k, outcome: $outcome, space: $space, principal: $principal, by: 'one', createdAt: r.createdAt})-[:ON]->(r)
     FOREACH (_ IN CASE WHEN $shown THEN [1] ELSE [] END | CREATE (r)-[:CITES {rank: 1, share: 0.5}]->(i))
     FOREACH (_ IN CASE WHEN $shown THEN [] ELSE [1] END | CREATE (r)-[:WITHHELD {rank: 1, share: 0.5}]->(i))`,
    {
      space: 'public',
      principal: 'principal:cairn',
      at: 0,
      start: Date.parse('2026-11-20T12:00:00Z'),
      ...of
    }
  )
}

async function approved(desk: Desk, name: string): Promise<string> {
  const insight = await desk.plant(name)
  await desk.review.decide({ verdict: 'approve', insight, version: 1, by: 'ada' })
  return insight
}

const told = (recommendation: string, outcome: 'passed' | 'failed', by = 'one') =>
  ({ recommendation, outcome, from: 'agent', by }) as const

test('an insight that answers do worse with is out of force at once, queued with the figures, and back by a decision', async () => {
  const desk = await openDesk()
  const { cairn, review } = desk
  const [insight, harmless] = [await approved(desk, 'a'), await approved(desk, 'b')]
  for (const [id, worse] of [
    [insight, 'failed'],
    [harmless, 'passed']
  ] as const) {
    await answered(desk, { insight: id, name: `${id}s`, shown: true, outcome: worse, n: 12 })
    await answered(desk, { insight: id, name: `${id}w`, shown: false, outcome: 'passed', n: 12 })
    await answered(desk, { insight: id, name: `${id}x`, shown: false, outcome: 'failed', n: 1 })
  }
  await cairn.sendFeedback(told(`recommendation:${harmless}s1`, 'passed'))
  expect((await review.graphHealth()).suspendedInsights.count).toBe(0)

  await cairn.sendFeedback(told(`recommendation:${insight}s1`, 'failed'))
  const { insight: brief, decisions } = await review.insight(insight)
  expect(brief).toMatchObject({ state: 'in-review', inForce: false, flags: ['measured-harm'] })
  const figures =
    /^Measured: 92 points fewer successes with it \(95 % interval -\d+ to -\d+; 12 answers in 12 task sessions with it, 13 answers in 13 task sessions without\)\.$/
  expect(decisions[0]).toMatchObject({ kind: 'suspend', by: 'cairn' })
  expect(decisions[0]?.reason).toMatch(figures)
  expect(await review.reviewQueue({ flag: 'measured-harm' })).toMatchObject({ total: 1 })
  expect((await review.graphHealth()).suspendedInsights).toMatchObject({
    count: 1,
    examples: [{ id: insight, title: expect.stringContaining('points fewer') as string }]
  })
  const said = async () => {
    const { items } = await cairn.recommend(
      { text: 'Spread lists with a', libraries: [] },
      { withholdShare: 0 }
    )
    return items.map(({ title }) => title)
  }
  expect(await said()).not.toContain('Spread lists with a')

  const { version } = brief
  await review.decide({ verdict: 'undo', insight, version, by: 'ada', reason: 'It is right.' })
  expect((await review.insight(insight)).insight).toMatchObject({ state: 'approved', flags: [] })
  expect(await said()).toContain('Spread lists with a')
  // What was measured until then does not count against it any more; what is measured since does.
  await cairn.sendFeedback(told(`recommendation:${insight}s2`, 'failed'))
  expect((await review.insight(insight)).insight.inForce).toBe(true)
  const later = { insight, at: 3 * 86_400_000 }
  await answered(desk, { ...later, name: 'ns', shown: true, outcome: 'failed', n: 9 })
  await answered(desk, { ...later, name: 'nw', shown: false, outcome: 'passed', n: 9 })
  await cairn.sendFeedback(told('recommendation:ns1', 'failed'))
  expect((await review.insight(insight)).insight.inForce).toBe(false)
})

test('one sender alone takes no insight out of force where others tell otherwise', async () => {
  const desk = await openDesk()
  const insight = await approved(desk, 'a')
  const of = (principal: string, outcome: 'passed' | 'failed') => ({ insight, principal, outcome })
  const loud = { ...of('principal:loud', 'failed'), n: 30 }
  await answered(desk, { ...loud, name: 'ls', shown: true })
  await answered(desk, { ...loud, name: 'lw', shown: false, outcome: 'passed' })
  await answered(desk, { ...of('principal:b', 'passed'), name: 'bs', shown: true, n: 10 })
  await answered(desk, { ...of('principal:b', 'failed'), name: 'bw', shown: false, n: 10 })
  await desk.cairn.as(agentIn(['public'], 'loud')).sendFeedback(told('ls1', 'failed'))
  expect((await desk.review.insight(insight)).insight.inForce).toBe(true)
  // What is shown of the effect is bounded alike: of 60 answers of the loud one it counts 20, as many as of the other.
  const { shown, withheld, high } = await desk.cairn.effectOf(insight)
  expect(shown.n + withheld.n).toBe(40)
  expect(high).toBeGreaterThan(0)
})

function agentIn(spaces: readonly string[], name = 'one'): Caller {
  const [space = 'public'] = spaces
  return { id: `principal:${name}`, name, role: 'agent', space, spaces, writes: spaces }
}

test('what answers of one space show is told to nobody of another', async () => {
  const desk = await openDesk()
  const { db, cairn } = desk
  const insight = await approved(desk, 'a')
  const team = { insight, space: 'team', outcome: 'failed' } as const
  await answered(desk, { ...team, name: 'ts', shown: true, n: 12 })
  await answered(desk, { ...team, name: 'tw', shown: false, outcome: 'passed', n: 12 })
  const deps = { db, embedder: createLexicalEmbedder() }
  const read = (spaces: readonly string[]) =>
    createLearning(deps, { space: spaces[0] ?? '', spaces })
  expect(await read(['public']).effects(5)).toEqual([])
  expect(await read(['public']).effectOf(insight)).toMatchObject({ shown: { n: 0 } })
  expect(await read(['team', 'public']).effects(5)).toMatchObject([
    { effect: -1, shown: { n: 12 } }
  ])
  // Nor is it told by what follows: an insight for everybody is taken away by what everybody may read.
  await cairn.as(agentIn(['team', 'public'])).sendFeedback(told('ts1', 'failed'))
  expect((await desk.review.insight(insight)).insight.inForce).toBe(true)
  await db.raw(
    `MATCH (a:Insight {id: $insight})
     CREATE (o:Insight {id: 'insight:secret', space: 'team', kind: 'reviewed', state: 'approved', title: 'A secret', embedding: a.embedding, flags: []})
     CREATE (a)-[:CONTRADICTS]->(o)
     CREATE (:State {id: 'state:1'})-[:SHORTCUT {space: 'team', gain: 0.7, trace: 't'}]->(:State {id: 'state:2'})`,
    { insight }
  )
  const seenBy = (spaces: readonly string[]) => createReview({ ...deps }, 'public', spaces)
  for (const [spaces, count] of [
    [['public'], 0],
    [['public', 'team'], 1]
  ] as const) {
    const health = await seenBy(spaces).graphHealth()
    expect(health.contradictedInsights.count).toBe(count)
    expect(health.neverUsedInsights.count).toBe(1 - count)
    expect((await seenBy(spaces).insight(insight)).related).toHaveLength(count)
    expect(await db.run(gainQuantile, { quantile: 0.5, spaces: [...spaces] })).toEqual([
      { epsilon: count === 0 ? null : 0.7 }
    ])
  }
})
