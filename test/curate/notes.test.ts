import type { Cairn } from '../../src/cairn.js'
import { buildCairn, closeCairns, removeFolders } from '../support/build-cairn.js'
import { traceOf } from '../traces/trace-of.js'
import { curated, storedInsights, type StoredInsight } from './curating.js'

afterEach(closeCairns)
afterAll(removeFolders)

const code = 'from herd import Flock\nFlock.load("sheep.csv").shear("north")\n'

/** Those that field notes became. */
async function insights(): Promise<StoredInsight[]> {
  return (await storedInsights()).filter(({ writer }) => writer === 'agents')
}

async function statesAfterRun(cairn: Cairn): Promise<string[]> {
  await curated(cairn)
  return (await insights()).map(({ state }) => state)
}

function saying(task: string, happens: string, more: Record<string, unknown> = {}) {
  return traceOf({
    task: { text: task },
    solution: code,
    learned: [{ about: 'Flock.shear', happens, ...more }]
  })
}

/** Records in the name of a principal that Cairn knows. */
async function recordedBy(cairn: Cairn, principal: string, traces: readonly unknown[]) {
  const receipts = await cairn.recordTraces(traces, { principal: `principal:${principal}` })
  expect(receipts.map(({ status }) => status)).toEqual(traces.map(() => 'accepted'))
}

test('a behaviour that two principals saw is one candidate in a colleague’s words, observed and not documented', async () => {
  const cairn = await buildCairn()
  await recordedBy(cairn, 'ada', [
    saying('One.', 'shears the flock in place and returns None', { instead: 'copy first' })
  ])
  await recordedBy(cairn, 'bob', [saying('Two.', 'returns None and shears the flock in place')])
  await curated(cairn)
  const [candidate, ...others] = await insights()
  expect(others).toEqual([])
  expect(candidate).toMatchObject({
    state: 'in-review',
    title: '`Flock.shear`: shears the flock in place and returns None',
    advice: 'Shears the flock in place and returns None. Instead: copy first.',
    // Both saw it; how their attempts ended only they say.
    flags: ['self-judged'],
    support: 2,
    agents: 2
  })
  expect(candidate?.gates).toContain('Not in the documentation')
})

test('where one person works alone a single witness is queued, flagged; where several do it waits for a second', async () => {
  const alone = await buildCairn()
  await alone.recordTraces([saying('One.', 'shears the flock in place and returns None')])
  await curated(alone)
  expect((await insights())[0]).toMatchObject({
    state: 'in-review',
    flags: ['self-judged', 'single-witness']
  })
  await closeCairns()
  const team = await buildCairn()
  await recordedBy(team, 'ada', [saying('One.', 'shears the flock in place and returns None')])
  await recordedBy(team, 'bob', [traceOf({ task: { text: 'Other.' } })])
  expect(await statesAfterRun(team)).toEqual(['candidate'])
  await recordedBy(team, 'bob', [saying('Two.', 'it returns None and shears the flock in place')])
  expect(await statesAfterRun(team)).toEqual(['in-review'])
})

test('fifteen notes in disagreement are one contradiction with both sides counted', async () => {
  const cairn = await buildCairn()
  const traces = Array.from({ length: 15 }, (_, i) =>
    saying(
      `Task ${String(i)}.`,
      i < 9
        ? 'includes the sheep at the end of the pen'
        : 'excludes the sheep at the end of the pen'
    )
  )
  await cairn.recordTraces(traces)
  await curated(cairn)
  const [candidate, ...others] = await insights()
  expect(others).toEqual([])
  expect(candidate?.flags).toContain('contradiction')
  expect(candidate?.gates).toContain('9 task sessions say this, 6 task sessions the opposite')
  expect(candidate?.avoid).toContain('excludes the sheep')
})

test('a change of code, a list of names and a bare error are no candidates', async () => {
  const cairn = await buildCairn()
  await cairn.recordTraces([
    saying('One.', 'Flock.shear Flock.load'),
    saying('Two.', "KeyError: 'north'")
  ])
  expect(await statesAfterRun(cairn)).toEqual([])
})

test('what a person turned down is not proposed again, and a run without news proposes nothing', async () => {
  const cairn = await buildCairn()
  await cairn.recordTraces([saying('One.', 'shears the flock in place and returns None')])
  await curated(cairn)
  expect(await statesAfterRun(cairn)).toEqual(['in-review'])
  const [candidate] = await insights()
  await cairn.decide({
    insight: candidate?.id ?? '',
    version: candidate?.version ?? 0,
    verdict: 'reject',
    by: 'ada',
    reason: 'Not so.'
  })
  await cairn.recordTraces([saying('Two.', 'it returns None and shears the flock in place')])
  expect(await statesAfterRun(cairn)).toEqual(['rejected'])
})

test('an observed behaviour can be approved without documentation once its flag was seen', async () => {
  const cairn = await buildCairn()
  await cairn.recordTraces([saying('One.', 'shears the flock in place and returns None')])
  await curated(cairn)
  const [candidate] = await insights()
  const seen = {
    insight: candidate?.id ?? '',
    version: candidate?.version ?? 0,
    verdict: 'approve' as const,
    by: 'ada',
    reason: 'Tried it.'
  }
  await expect(cairn.decide(seen)).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await cairn.decide({ ...seen, acknowledge: ['self-judged', 'single-witness'] })
  expect((await insights()).map(({ state }) => state)).toEqual(['approved'])
})
