import type { Verdict } from '../../src/domain/insight-decisions.js'
import { mergeEvidence } from '../../src/graph/queries.js'
import { closeCairns, removeFolders } from '../support/build-cairn.js'
import { closeDesks, openDesk, type Desk } from './plant.js'

afterEach(closeDesks)
afterEach(closeCairns)
afterAll(removeFolders)

const words = {
  title: 'Keep the other columns',
  applies: 'When lists are spread',
  advice: 'Leave keep as it is.',
  avoid: '',
  code: null
}

/** All that decisions change of insights, but for the versions, which only go up. */
async function stands(desk: Desk, ...ids: string[]): Promise<unknown[]> {
  return Promise.all(
    ids.map(async (id) => {
      const { insight, related } = await desk.review.insight(id)
      return { ...insight, version: 0, related }
    })
  )
}

async function versionOf(desk: Desk, id: string): Promise<number> {
  return (await desk.review.insight(id)).insight.version
}

async function decide(desk: Desk, verdict: Verdict, insight: string): Promise<void> {
  const version = await versionOf(desk, insight)
  const acknowledge = ['odd', 'tainted']
  await desk.review.decide({
    verdict,
    insight,
    version,
    by: 'ada',
    reason: 'Because.',
    acknowledge
  })
}

test.each<[Verdict, Verdict[]]>([
  ['claim', []],
  ['release', ['claim']],
  ['approve', ['claim']],
  ['reject', []],
  ['needs-work', ['claim']],
  ['retire', ['approve']]
])('undoing %s puts everything back, and undoing that takes it again', async (verdict, first) => {
  const desk = await openDesk()
  const old = await desk.plant('old')
  await decide(desk, 'approve', old)
  const insight = await desk.plant('a', { flags: ['odd'], tainted: true, refines: old })
  for (const one of first) await decide(desk, one, insight)
  const before = await stands(desk, insight, old)

  await decide(desk, verdict, insight)
  const decided = await stands(desk, insight, old)
  expect(decided).not.toEqual(before)
  await decide(desk, 'undo', insight)

  expect(await stands(desk, insight, old)).toEqual(before)
  await decide(desk, 'undo', insight)
  expect(await stands(desk, insight, old)).toEqual(decided)
})

test.each(['edit', 'merge', 'split'] as const)(
  'undoing a %s brings its sources back and keeps what it made as history',
  async (kind) => {
    const desk = await openDesk()
    const ids = await Promise.all((kind === 'merge' ? ['a', 'b'] : ['a']).map((n) => desk.plant(n)))
    const states = async (of: string[]) =>
      Promise.all(of.map(async (id) => (await desk.review.insight(id)).insight.state))
    const other = { ...words, title: 'Spread first' }
    const { changes } = await desk.review.revise({
      kind,
      sources: ids.map((insight) => ({ insight, version: 1 })),
      into: kind === 'split' ? [words, other] : [words],
      by: 'ada'
    })
    const made = changes.flatMap((one) => (one.before === null ? [one.insight] : []))
    await decide(desk, 'undo', ids[0] ?? '')
    expect(new Set(await states(ids))).toEqual(new Set(['candidate']))
    expect(new Set(await states(made))).toEqual(new Set(['rejected']))
    await decide(desk, 'undo', ids[0] ?? '')
    expect(new Set(await states(ids))).toEqual(new Set(['superseded']))
    expect(new Set(await states(made))).toEqual(new Set(['in-review']))
  }
)

test('a decision is not undone over a later one that rests on it', async () => {
  const desk = await openDesk()
  const old = await desk.plant('old')
  await decide(desk, 'approve', old)
  const insight = await desk.plant('a', { refines: old })
  await decide(desk, 'approve', insight)
  await decide(desk, 'undo', old)
  expect((await desk.review.insight(insight)).insight.state).toBe('candidate')
  await decide(desk, 'approve', insight)
  await decide(desk, 'retire', insight)
  await expect(decide(desk, 'undo', old)).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { field: 'insight', value: insight, decision: 'approve' }
  })
})

test('where nothing was decided nothing is undone', async () => {
  const desk = await openDesk()
  const insight = await desk.plant('a')
  await expect(decide(desk, 'undo', insight)).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

test('undoing a decision does not bring back a flag that was cleared since, nor lose one that was raised', async () => {
  const desk = await openDesk()
  const insight = await desk.plant('a', { flags: ['self-judged', 'odd'] })
  await desk.review.decide({
    verdict: 'approve',
    insight,
    version: 1,
    by: 'ada',
    acknowledge: ['self-judged', 'odd']
  })
  // As curation does: what agents claimed of themselves stands without them now, and something contradicts it.
  await desk.db.run(mergeEvidence, {
    rows: [
      {
        id: insight,
        support: 3,
        agents: 3,
        problems: 2,
        traces: [],
        lessons: [],
        clears: true,
        setAside: 0,
        gates: '[]'
      }
    ]
  })
  expect(await versionOf(desk, insight)).toBe(3)
  await desk.db.raw(
    "MATCH (i:Insight {id: $id}) SET i.flags = i.flags + ['contradiction'], i.version = i.version + 1",
    { id: insight }
  )
  await decide(desk, 'undo', insight)
  const { insight: now } = await desk.review.insight(insight)
  expect(now.state).toBe('candidate')
  expect(now.marks.map(({ name }) => name).toSorted()).toEqual(['contradiction', 'odd'])
})
