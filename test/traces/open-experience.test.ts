import { neighborhood } from '../../src/retrieve/neighborhood.js'
import { openNode } from '../../src/retrieve/open-node.js'
import { stateHash } from '../../src/traces/states.js'
import { buildCairn, closeCairns, testDatabase } from '../support/build-cairn.js'
import { stepTo, traceOf } from './trace-of.js'

const db = testDatabase()
afterEach(closeCairns)
afterAll(() => db.close())

const task = { text: 'Write def total(numbers) that gives the sum of a list of numbers.' }
const draft = 'result = 0\nprint(result)\n'
const loop = 'for n in numbers:\n    result += n\n'
const short = 'sum(numbers)\n'
const state = (text: string) => `state:${stateHash(text)}`

const failing = {
  task: 'Read the column of prices.',
  agent: 'one',
  outcome: 'failed',
  code: "import frames\nframes.read('a.csv')['prices']\n",
  error: "KeyError: 'prices'"
}
const passing = {
  task: failing.task,
  agent: 'two',
  outcome: 'passed',
  code: "import frames\nframes.read('a.csv').rename(str.strip)['prices']\n",
  learned: [{ about: 'frames.read', happens: 'keeps the blanks around the names of columns' }]
}

/** Attempts in the public space, a secret one that begins where they do. */
async function build() {
  const cairn = await buildCairn()
  await cairn.recordTraces([
    traceOf({ task, steps: [stepTo(draft, { runs: true }), stepTo(short, { runs: true })] }),
    failing,
    passing
  ])
  await cairn.recordTraces(
    [
      traceOf({
        task,
        agent: { name: 'spy' },
        steps: [stepTo(draft, { runs: true }), stepTo(loop, { runs: true })]
      })
    ],
    { space: 'secret' }
  )
  return cairn
}

const around = { types: [], depth: 1, nodes: 100, edges: 100 }

test('a state opens by its id, with the steps of those traces that may be seen', async () => {
  const cairn = await build()
  const opened = await cairn.open(state(draft))
  expect(opened).toMatchObject({ label: 'State', properties: { language: 'python' } })
  expect(opened.properties['text']).toContain('print(result)')
  expect(opened.properties).not.toHaveProperty('embedding')
  expect(opened.edges).toEqual([
    { type: 'STEP', out: false, count: 1 },
    { type: 'STEP', out: true, count: 1 }
  ])
  const all = await openNode(db, state(draft), ['public', 'secret'])
  expect(all.edges).toContainEqual({ type: 'STEP', out: true, count: 2 })
})

test('a state that only traces of another space passed through is not there', async () => {
  const cairn = await build()
  await expect(cairn.open(state(loop))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(cairn.neighborhood({ ...around, id: state(loop) })).rejects.toMatchObject({
    code: 'NOT_FOUND'
  })
  expect((await openNode(db, state(loop), ['secret'])).label).toBe('State')
})

test('around a state stand the states and traces in sight, and no others', async () => {
  const cairn = await build()
  const { nodes, edges } = await cairn.neighborhood({ ...around, id: state(draft) })
  expect(nodes.map(({ id }) => id).sort()).toEqual([state(draft), state(''), state(short)].sort())
  expect(edges.map(({ type }) => type)).toEqual(['STEP', 'STEP'])
  expect(nodes[0]).toMatchObject({ label: 'State', title: 'result = 0' })
  expect(nodes.find(({ id }) => id === state(''))?.title).toBe(state(''))
  const both = await neighborhood(db, { ...around, id: state(draft) }, ['public', 'secret'])
  expect(both.nodes.map(({ id }) => id)).toContain(state(loop))
  const secret = await cairn.neighborhood({ ...around, id: state(''), depth: 3 })
  expect(secret.nodes.map(({ id }) => id)).not.toContain(state(loop))
})

test('a lesson opens by its id and leads to the attempts that taught it', async () => {
  const cairn = await build()
  const [lesson] = await cairn.lessons({ task: failing.task })
  const id = lesson?.id ?? ''
  expect(id).toMatch(/^lesson:/)
  const opened = await cairn.open(id)
  expect(opened).toMatchObject({ label: 'Lesson', properties: { text: lesson?.text } })
  expect((await cairn.open(id.slice('lesson:'.length))).id).toBe(id)
  const { nodes } = await cairn.neighborhood({ ...around, id })
  expect(nodes.map(({ label }) => label)).toContain('Trace')
  await expect(openNode(db, id, ['secret'])).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
