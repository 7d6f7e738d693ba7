import {
  buildCairn,
  closeCairns,
  exported,
  ingested,
  removeFolders,
  temporaryFolder
} from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'

afterEach(closeCairns)
afterAll(removeFolders)

const attempt = {
  task: 'Sort the rows.',
  agent: 'a',
  outcome: 'failed',
  error: "KeyError: 'x'",
  note: 'There is no such column.'
} as const

test('the same attempt twice is one trace of one problem with one error', async () => {
  const cairn = await buildCairn()
  const first = await cairn.recordTraces([attempt])
  const before = await exported(cairn)
  expect(await cairn.recordTraces([attempt, attempt])).toEqual([...first, ...first])
  expect(await exported(cairn)).toEqual(before)
  expect((await cairn.status()).nodes).toMatchObject({ Trace: 1, Problem: 1, ErrorSignature: 1 })
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

test('an attempt is linked to the APIs that its code calls', async () => {
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
    { task: 't', agent: 'a', outcome: 'passed', code: 'import frames as f\nf.pick([1])' }
  ])
  const { edges } = await cairn.open(receipt?.trace ?? '')
  expect(edges).toContainEqual({ type: 'USES', out: true, count: 1 })
})

test('two processes that record the same attempt at once make one trace', async () => {
  const cairn = await buildCairn()
  const other = await buildCairn({ keep: true })
  await Promise.all([cairn, other, cairn, other].map((c) => c.recordTraces([attempt])))
  expect((await cairn.status()).nodes).toMatchObject({ Trace: 1, Problem: 1, ErrorSignature: 1 })
})

test.each([
  ['an empty task', { ...attempt, task: ' ' }, 'traces[1].task'],
  ['no agent', { ...attempt, agent: '' }, 'traces[1].agent'],
  ['an outcome nobody knows', { ...attempt, outcome: 'maybe' as 'passed' }, 'traces[1].outcome'],
  ['code of 300,000 characters', { ...attempt, code: 'x'.repeat(300_000) }, 'traces[1].code']
])('%s is refused by its field, and nothing of the others is written', async (_, bad, field) => {
  const cairn = await buildCairn()
  await expect(cairn.recordTraces([attempt, bad])).rejects.toMatchObject({ details: { field } })
  expect((await cairn.status()).nodes['Trace']).toBeUndefined()
})
