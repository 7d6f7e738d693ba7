import { itself } from '../../src/domain/caller.js'
import {
  buildCairn,
  closeCairns,
  exported,
  ingested,
  removeFolders,
  temporaryFolder
} from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'
import { stepTo, traceOf } from './trace-of.js'

afterEach(closeCairns)
afterAll(removeFolders)

const attempt = {
  task: 'Sort the rows.',
  agent: 'a',
  outcome: 'failed',
  error: "KeyError: 'x'",
  note: 'There is no such column.'
} as const

test('the same attempt twice is one trace of one problem with one error, and the receipts say so', async () => {
  const cairn = await buildCairn()
  const [first] = await cairn.recordTraces([attempt])
  const before = await exported(cairn)
  const again = await cairn.recordTraces([attempt, attempt])
  expect(first).toMatchObject({ status: 'accepted', path: null })
  expect(again).toEqual([
    { ...first, status: 'known' },
    { ...first, status: 'known' }
  ])
  expect(await exported(cairn)).toEqual(before)
  expect((await cairn.status()).nodes).toMatchObject({ Trace: 1, Problem: 1, ErrorSignature: 1 })
})

test('an attempt that was recorded by an earlier Cairn keeps its id', async () => {
  const cairn = await buildCairn()
  const [receipt] = await cairn.recordTraces([attempt])
  expect(receipt).toMatchObject({
    trace: 'trace:cc54005305d5b1f0',
    problem: 'problem:40368e2b63eeadd7'
  })
})

test('an attempt that followed advice of another space, or none that there is, is rejected and says so', async () => {
  const cairn = await buildCairn()
  const theirs = await cairn.recommend({ text: 'Sort the rows.', libraries: [] })
  const followed = (id: string) => traceOf({ task: { text: 'Sort the rows.' }, followed: id })
  const mine = { ...itself, id: 'principal:ann', space: 'team-a', spaces: ['team-a'] }
  for (const id of ['recommendation:0123456789abcdef', 'nope', theirs.id]) {
    const [receipt] = await cairn.as(mine).recordTraces([followed(id)])
    expect(receipt).toMatchObject({ status: 'rejected', trace: null, path: 'followed' })
    expect(receipt?.reason).toContain(id)
  }
  const [both] = await cairn
    .as({ ...mine, spaces: ['team-a', 'public'] })
    .recordTraces([followed(theirs.id)])
  expect(both?.status).toBe('accepted')
})

test('attempts at the same task share its problem', async () => {
  const cairn = await buildCairn()
  const [one, two] = await cairn.recordTraces([
    attempt,
    { ...attempt, agent: 'b', outcome: 'passed' }
  ])
  expect(one?.problem).toBe(two?.problem)
  expect(one?.trace).not.toBe(two?.trace)
})

test('an attempt is linked to the APIs that its code calls, and only where they are documented', async () => {
  const cairn = await buildCairn()
  const page = functionPage('frames.pick', { call: 'pick(rows)', text: 'Take rows.' })
  const folder = writeDump(temporaryFolder(), {
    name: 'Frames',
    release: '1',
    pages: [page],
    entries: [{ name: page.path, path: page.path }]
  })
  await ingested(cairn, 'devdocs', [folder])
  const [receipt] = await cairn.recordTraces([
    {
      task: 't',
      agent: 'a',
      outcome: 'passed',
      code: 'import frames as f\nimport other\nf.pick([1])\nother.drop(2)'
    }
  ])
  const { edges } = await cairn.open(receipt?.trace ?? '')
  expect(edges).toContainEqual({ type: 'USES', out: true, count: 1 })
})

test('a trace that somebody recorded under an id is corrected by nobody else', async () => {
  const cairn = await buildCairn()
  const by = (name: string) => cairn.as({ ...itself, id: `principal:${name}`, name, role: 'agent' })
  const mine = traceOf({ id: 'run-7', notes: 'The first way.' })
  const [first] = await by('ann').recordTraces([mine])
  const before = await exported(cairn)
  const refused = await by('bob').recordTraces([{ ...mine, notes: 'Another tale.' }, attempt])
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'accepted'])
  expect(refused[0]).toMatchObject({ trace: null, path: 'id' })
  expect(refused[0]?.expected).toContain('an id of your own')
  const { properties } = await cairn.open(first?.trace ?? '')
  expect([properties['principal'], properties['text']]).toEqual([
    'principal:ann',
    expect.stringContaining('The first way.')
  ])
  const [corrected] = await by('ann').recordTraces([{ ...mine, notes: 'The second way.' }])
  expect(corrected).toMatchObject({ status: 'accepted', trace: first?.trace })
  expect(await exported(cairn)).not.toEqual(before)
})

test('two that record the same attempt at once make one trace', async () => {
  const cairn = await buildCairn()
  const other = await buildCairn({ keep: true })
  const receipts = await Promise.all(
    [cairn, other, cairn, other].map((c) => c.recordTraces([attempt]))
  )
  expect(
    receipts
      .flat()
      .map(({ status }) => status)
      .sort()
  ).toEqual(['accepted', 'known', 'known', 'known'])
  expect((await cairn.status()).nodes).toMatchObject({ Trace: 1, Problem: 1, ErrorSignature: 1 })
})

test('a name given again with other content replaces the trace and what hung on it', async () => {
  const cairn = await buildCairn()
  const named = { ...attempt, id: 'mine' }
  await cairn.recordTraces([named])
  const [receipt] = await cairn.recordTraces([
    { task: attempt.task, id: 'mine', agent: 'a', outcome: 'passed', code: 'rows.sort()' }
  ])
  expect(receipt).toMatchObject({ status: 'accepted', trace: 'trace:mine' })
  const { properties, edges } = await cairn.open('trace:mine')
  expect(properties).toMatchObject({ outcome: 'passed', code: 'rows.sort()' })
  expect(properties['error']).toBeUndefined()
  expect(edges.map(({ type }) => type)).not.toContain('RAISED')
  expect(await cairn.recordTraces([named, named])).toMatchObject([
    { status: 'accepted' },
    { status: 'known' }
  ])
})

test('what is known of a run stands on its trace', async () => {
  const cairn = await buildCairn()
  const [receipt] = await cairn.recordTraces([
    traceOf({
      model: { name: 'm-1', provider: 'somebody' },
      startedAt: '2026-03-01T09:30:00Z',
      steps: [stepTo('print(1)\n', { runs: true })],
      outcome: {
        status: 'passed',
        judgedBy: 'tests',
        evidence: '3 of 3 tests',
        measurements: { seconds: 1.5 }
      },
      solution: 'print(1)\n'
    })
  ])
  const { properties } = await cairn.open(receipt?.trace ?? '')
  expect(properties).toMatchObject({
    outcome: 'passed',
    judgedBy: 'tests',
    evidence: '3 of 3 tests',
    measurements: '{"seconds":1.5}',
    agent: 'tester',
    model: 'm-1',
    provider: 'somebody',
    steps: 1,
    states: 1,
    code: 'print(1)\n',
    tainted: false
  })
})

const deep = () => {
  let value: unknown = 1
  for (let i = 0; i < 50; i += 1) value = [value]
  return value
}

test.each([
  ['no object', 'a trace', 'trace'],
  ['an empty task', { ...attempt, task: ' ' }, 'task'],
  ['no agent', { ...attempt, agent: '' }, 'agent'],
  ['an outcome nobody knows', { ...attempt, outcome: 'maybe' }, 'outcome'],
  ['a judge nobody knows', { ...attempt, judgedBy: 'oracle' }, 'judgedBy'],
  ['code of 300,000 characters', { ...attempt, code: 'x'.repeat(300_000) }, 'code'],
  ['a field nobody knows', { ...attempt, colour: 'red' }, 'colour'],
  ['a wrong type', traceOf({ steps: 'none' }), 'steps'],
  ['an unknown field', traceOf({ colour: 'red' }), 'colour'],
  ['an outcome without evidence', traceOf({ outcome: { status: 'passed' } }), 'outcome.judgedBy'],
  [
    'times that run backwards',
    traceOf({ startedAt: '2026-03-01T09:30:00Z', finishedAt: '2026-03-01T09:29:00Z' }),
    'finishedAt'
  ],
  ['another space', traceOf({ space: 'somebody-elses' }), 'space'],
  ['deep nesting', traceOf({ notes: deep() }), 'trace']
])('%s is refused by its field, and the others are taken in', async (_, bad, path) => {
  const cairn = await buildCairn()
  const receipts = await cairn.recordTraces([attempt, bad, traceOf()])
  expect(receipts.map(({ status }) => status)).toEqual(['accepted', 'rejected', 'accepted'])
  expect(receipts[1]).toMatchObject({ trace: null, problem: null, path })
  expect(receipts[1]?.reason).toBeTruthy()
  expect((await cairn.status()).nodes['Trace']).toBe(2)
})

test('control characters, lone surrogates and what is too long are taken in, cleaned and cut', async () => {
  const cairn = await buildCairn()
  const [receipt] = await cairn.recordTraces([
    traceOf({ notes: `a\u0000b\u001b[31mc\ud800d ${'long '.repeat(20_000)}` })
  ])
  const { properties } = await cairn.open(receipt?.trace ?? '')
  expect(properties['text']).toMatch(/^abc\ufffdd long/)
  expect(JSON.parse(properties['cut'] as string)).toEqual({ texts: 1, cleaned: 3 })
})

test('a run of 10,000 steps is taken in whole', async () => {
  const cairn = await buildCairn()
  const steps = Array.from({ length: 10_000 }, (_, i) => stepTo(`x = ${i}`, { runs: true }))
  const [receipt] = await cairn.recordTraces([traceOf({ steps })])
  expect(receipt?.status).toBe('accepted')
  const { nodes, edges } = await cairn.status()
  expect(nodes['State']).toBe(10_001)
  expect(edges['STEP']).toBe(10_000)
})
