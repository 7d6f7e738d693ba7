import { createReview } from '../../src/insight/review.js'
import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'
import { closeCairns, exported, removeFolders } from '../support/build-cairn.js'
import {
  claimed,
  curated,
  curatedAlone,
  database,
  framesAndPlots,
  recorded,
  reported,
  stopAfter,
  storedInsights,
  telling,
  tidying,
  type Attempt,
  type StoredInsight
} from './curating.js'

// The first Cairn of a run writes the schema and has every statement planned.
beforeAll(async () => {
  await framesAndPlots()
  await closeCairns()
})
afterEach(closeCairns)
afterAll(removeFolders)

/** Attempts of others at the same tasks, who say the same, and that it went well. */
function boasting(tasks = 3): Attempt[] {
  return claimed(tasks)
    .filter(({ agent }) => agent === 'ada')
    .map((attempt, i) => ({
      ...attempt,
      agent: `expert-${String(i)}`,
      code: `import frames\nout = frames.tidy(frames.read('mine${String(i)}.csv'))\n`
    }))
}

function reasonOf({ gates }: Pick<StoredInsight, 'gates'>, gate: string): string {
  const all = JSON.parse(gates) as readonly { gate: string; reason: string }[]
  return all.find((one) => one.gate === gate)?.reason ?? ''
}

async function only(): Promise<StoredInsight> {
  const [insight, ...others] = await storedInsights()
  expect(others).toEqual([])
  if (insight === undefined) throw new Error('nothing was proposed')
  return insight
}

/** The curators' verbs in the public space. */
async function withReview<T>(
  work: (review: ReturnType<typeof createReview>) => Promise<T>
): Promise<T> {
  const db = database()
  try {
    return await work(createReview({ db, embedder: createLexicalEmbedder() }, 'public'))
  } finally {
    await db.close()
  }
}

test('what agents claim of themselves is set aside where enough attempts were judged', async () => {
  const cairn = await framesAndPlots()
  const judged = await recorded(cairn, telling(tidying()))
  await recorded(cairn, boasting())
  await curated(cairn)
  const insight = await only()
  expect(insight.traces).toEqual([...judged].sort())
  expect(insight).toMatchObject({ state: 'in-review', flags: [], support: 6, agents: 2 })
  expect(reasonOf(insight, 'observed')).toBe(
    'Seen in 6 task sessions by 2 principals (confirmed). Not in the documentation that is here. Set aside: 3 attempts judged only by the agents that made them.'
  )
})

test('an insight that needs claims to stand is flagged, and not approved before somebody has seen that', async () => {
  const cairn = await framesAndPlots()
  await recorded(cairn, claimed())
  expect(await curated(cairn)).toMatchObject({ added: 1, queued: 1 })
  const { id, version, ...insight } = await only()
  expect(insight.flags).toEqual(['self-judged'])
  expect(reasonOf(insight, 'observed')).toContain(
    'Among them 6 attempts judged only by the agents that made them.'
  )
  const approval = { verdict: 'approve', insight: id, version, by: 'ada' } as const
  await expect(cairn.decide(approval)).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining(
      "'self-judged' (Attempts that it rests on were judged only by the agents that made them.)"
    ) as string,
    details: { field: 'acknowledge', expected: 'self-judged' }
  })
  await cairn.decide({ ...approval, acknowledge: ['self-judged'] })
  expect(await only()).toMatchObject({
    state: 'approved',
    flags: [],
    acknowledged: ['self-judged']
  })
})

test('judged attempts of one agent are not enough to do without claims where several work', async () => {
  const cairn = await framesAndPlots()
  await recorded(
    cairn,
    tidying().filter(({ agent }) => agent === 'ada')
  )
  await recorded(
    cairn,
    claimed().filter(({ agent }) => agent === 'bob')
  )
  await curated(cairn)
  expect(await only()).toMatchObject({ flags: ['self-judged'], support: 6 })
})

test('the flag goes once enough judged attempts say the same, of what waits for a decision too', async () => {
  const cairn = await framesAndPlots()
  const claims = await recorded(cairn, claimed(3))
  await curated(cairn)
  const before = await only()
  expect(before).toMatchObject({ state: 'in-review', flags: ['self-judged'] })
  await recorded(cairn, tidying(5).slice(9))
  await curated(cairn)
  const after = await only()
  expect(after).toMatchObject({ state: 'in-review', flags: [], advice: before.advice })
  expect(after.version).toBeGreaterThan(before.version)
  expect(after.traces.filter((id) => claims.includes(id))).toEqual([])
  expect(reasonOf(after, 'observed')).toContain('Set aside: 6 attempts')
})

test('what senders write of who judged neither takes the flag away nor sets anything aside', async () => {
  const cairn = await framesAndPlots()
  const claims = await reported(cairn, claimed(3))
  const boasts = await reported(cairn, tidying(5).slice(9))
  await curated(cairn)
  const insight = await only()
  expect(insight).toMatchObject({ state: 'in-review', flags: ['self-judged'] })
  expect([...claims, ...boasts]).toEqual(expect.arrayContaining([...insight.traces]))
  expect(insight.traces).toHaveLength(10)
  expect(reasonOf(insight, 'observed')).toContain(
    'Among them 10 attempts judged only by the agents that made them.'
  )
})

test('the same attempts sent again as judged by tests keep the flag; as recordings that show it they lose it', async () => {
  const cairn = await framesAndPlots()
  const named = (attempts: readonly Attempt[], shown = '') =>
    attempts.map((attempt, i) => ({ ...attempt, id: `attempt-${String(i)}`, evidence: shown }))
  await reported(cairn, named(claimed()))
  await curated(cairn)
  expect(await only()).toMatchObject({ flags: ['self-judged'], state: 'in-review' })
  await reported(cairn, named(tidying()))
  await curated(cairn)
  expect(await only()).toMatchObject({ flags: ['self-judged'], state: 'in-review' })
  await recorded(cairn, named(tidying(), 'As it was recorded.'))
  await curated(cairn)
  expect(await only()).toMatchObject({ flags: [], state: 'in-review', support: 6 })
})

test('one person with one key gets candidates of what is told without a judge, flagged', async () => {
  const cairn = await framesAndPlots()
  const told = telling(tidying()).map((attempt) => ({ ...attempt, agent: 'ada' }))
  await reported(cairn, told)
  expect(await curated(cairn)).toMatchObject({ added: 1, queued: 1 })
  const { flags, state } = await only()
  expect(state).toBe('in-review')
  expect([...flags].sort()).toEqual(['self-judged', 'single-witness'])
})

test('a candidate that nobody has taken up is made anew without the claims it began with', async () => {
  const cairn = await framesAndPlots()
  const claims = await recorded(
    cairn,
    claimed(1).filter(({ agent }) => agent !== 'bob')
  )
  await curated(cairn)
  expect(await only()).toMatchObject({
    state: 'candidate',
    flags: ['self-judged', 'single-witness']
  })
  const judged = await recorded(cairn, telling(tidying(4).slice(9)))
  await curated(cairn)
  const insight = await only()
  expect(insight).toMatchObject({ state: 'in-review', flags: [] })
  expect(insight.traces).toEqual([...judged].sort())
  expect(insight.traces).not.toEqual(expect.arrayContaining(claims))
})

test('claims that come later do not get beneath what was approved without them', async () => {
  const cairn = await framesAndPlots()
  const judged = await recorded(cairn, telling(tidying(3)))
  await curated(cairn)
  const { id, version } = await only()
  await cairn.decide({ verdict: 'approve', insight: id, version, by: 'ada' })
  await recorded(cairn, claimed(5).slice(9))
  expect(await curated(cairn)).toMatchObject({ added: 0, merged: 0, ignored: 1 })
  const insight = await only()
  expect(insight).toMatchObject({ state: 'approved', flags: [], support: 6 })
  expect(insight.traces).toEqual([...judged].sort())
})

test('what was approved with the flag seen goes on gathering claims and stays as it was approved', async () => {
  const cairn = await framesAndPlots()
  await recorded(cairn, claimed(3))
  await curated(cairn)
  const { id, version, advice } = await only()
  const seen = { acknowledge: ['self-judged'] }
  await cairn.decide({ verdict: 'approve', insight: id, version, by: 'ada', ...seen })
  await recorded(cairn, claimed(4).slice(9))
  expect(await curated(cairn)).toMatchObject({ merged: 1 })
  expect(await only()).toMatchObject({ state: 'approved', advice, support: 8, flags: [] })
  await recorded(cairn, tidying(5).slice(12))
  await curated(cairn)
  const insight = await only()
  expect(insight).toMatchObject({ state: 'approved', advice, acknowledged: ['self-judged'] })
  expect(insight.traces).toHaveLength(10)
})

test('an edit, a merge and a split carry the flag on, also where it was acknowledged once', async () => {
  const cairn = await framesAndPlots()
  await recorded(cairn, claimed(3))
  await curated(cairn)
  const { id, version } = await only()
  const seen = { acknowledge: ['self-judged'] }
  await cairn.decide({ verdict: 'approve', insight: id, version, by: 'ada', ...seen })
  const words = { title: 'Tidy', applies: '', advice: 'Tidy names first.', avoid: '', code: null }
  const edited = await withReview((review) =>
    review.revise({
      kind: 'split',
      sources: [{ insight: id, version: version + 1 }],
      into: [words, { ...words, title: 'Tidy again' }],
      by: 'ada'
    })
  )
  const parts = edited.changes.filter(({ before }) => before === null)
  expect(parts).toHaveLength(2)
  for (const { insight } of parts)
    expect((await cairn.insight(insight)).insight.toAcknowledge).toEqual(['self-judged'])
})

test('a run that was stopped and gone on with sets the same claims aside', async () => {
  const attempts = [...tidying(3), ...boasting(3), ...claimed(5).slice(9)]
  const whole = await framesAndPlots()
  await recorded(whole, attempts)
  await curatedAlone()
  const expected = await exported(whole)
  expect((await only()).flags).toEqual([])
  await closeCairns()
  const parts = await framesAndPlots()
  await recorded(parts, attempts.toReversed())
  for (let looks = 1; ; looks += 1) {
    const code = await curatedAlone({ signal: stopAfter(looks) }).then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code
    )
    if (code === 'done') break
    expect(code).toBe('CANCELLED')
  }
  expect(await exported(parts)).toEqual(expected)
})
