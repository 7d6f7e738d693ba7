import { createCairn, reembedGraph } from '../../src/cairn.js'
import type { Query } from '../../src/graph/query.js'
import { createLog } from '../../src/log.js'
import {
  buildCairn,
  closeCairns,
  emptyGraph,
  ingested,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase
} from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'
import { createFakeEmbedder, type FakeEmbedder } from '../support/fake-model.js'
import { stepTo, traceOf } from '../traces/trace-of.js'

afterEach(closeCairns)
afterAll(removeFolders)

const small = () => createFakeEmbedder({ id: 'fake:small', dimensions: 64 })
const log = createLog('silent')

const task = `Add up the numbers of a list. ${'Take each of them once and in order. '.repeat(60)}`
const draft = 'import frames\nresult = 0\n'
const loop = 'import frames\nresult = 0\nfor n in frames.read(numbers):\n    result += n\n'
const short = 'import frames\nresult = sum(frames.read(numbers))\n'

const attempts = [
  traceOf({
    task: { text: task },
    steps: [
      stepTo(draft, { instruction: 'Begin with 0.', runs: true }),
      stepTo(loop, { instruction: 'Add each number in a loop.', runs: true }),
      stepTo(short, { instruction: 'Use sum for the numbers.', runs: true })
    ]
  }),
  {
    task,
    agent: 'other',
    learned: [{ about: 'frames.read', happens: 'gives a module instead of numbers' }],
    outcome: 'failed',
    code: 'sum(frames)',
    error: "TypeError: 'module' object is not iterable"
  }
]

/** Documentation, a problem, attempts with states, a shortcut and lessons. */
async function fill(embedder?: FakeEmbedder): Promise<void> {
  const cairn = await buildCairn(embedder === undefined ? {} : { embedder })
  const page = functionPage('frames.read', { call: 'read(path)', text: 'Read the numbers.' })
  const entries = [{ name: page.path, path: page.path }]
  const dump = { name: 'Frames', release: '1', pages: [page], entries }
  await ingested(cairn, 'devdocs', [writeDump(temporaryFolder(), dump)])
  await cairn.recordTraces(attempts)
  await closeCairns()
}

interface Carried {
  readonly id: string
  readonly instruction: string | null
  readonly vector: readonly number[]
}

const withVectors: Query<Record<string, never>, Carried> = {
  name: 'with-vectors',
  access: 'read',
  integers: [],
  columns: { id: 'string', instruction: 'string?', vector: 'float[]' },
  text: `MATCH (n) WHERE n.embedding IS NOT NULL RETURN n.id AS id, null AS instruction, n.embedding AS vector
    UNION ALL MATCH (a)-[r:SHORTCUT]->(b) WHERE r.embedding IS NOT NULL
    RETURN r.trace + a.id + b.id AS id, r.instruction AS instruction, r.embedding AS vector`
}

/** Every vector of the graph with what carries it. */
async function vectors(): Promise<Carried[]> {
  const db = testDatabase()
  const rows = await db.run(withVectors, {})
  await db.close()
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

const ofNodes = (carried: readonly Carried[]) =>
  carried.filter(({ instruction }) => instruction === null)

test('after reembed the nodes have the vectors that they would have, had that embedder been there at first', async () => {
  await fill(small())
  const wanted = ofNodes(await vectors())
  await fill()
  const before = await vectors()
  const { nodes } = await reembedGraph(testConfig(), { log, embedder: small() }, {})
  const found = await vectors()
  expect(nodes).toBe(before.length)
  for (const kind of ['doc:', 'api:', 'problem:', 'trace:', 'state:', 'lesson:'])
    expect(ofNodes(found).filter(({ id }) => id.startsWith(kind))).not.toEqual([])
  expect(ofNodes(found)).toEqual(wanted)
})

test('after reembed shortcuts have the vectors of their instructions', async () => {
  await fill()
  await reembedGraph(testConfig(), { log, embedder: small() }, {})
  const shortcuts = (await vectors()).filter(({ instruction }) => instruction !== null)
  const wanted = await small().embed(shortcuts.map(({ instruction }) => instruction ?? ''))
  expect(shortcuts.length).toBeGreaterThan(0)
  expect(shortcuts.map(({ vector }) => vector)).toEqual(wanted.map((vector) => Array.from(vector)))
})

test('stopped after each batch, reembed goes on from there, through nodes and shortcuts', async () => {
  await fill()
  await addShortcuts(1_200)
  const before = await vectors()
  const embedders: FakeEmbedder[] = []
  let told: [number, number] = [0, 0]
  for (let runs = 1; ; runs += 1) {
    const stop = new AbortController()
    const embedder = small()
    embedders.push(embedder)
    const onProgress = (done: number, total: number) => {
      told = [done, total]
      stop.abort()
    }
    const run = reembedGraph(testConfig(), { log, embedder }, { signal: stop.signal, onProgress })
    const end = await run.then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code
    )
    if (end === 'done') break
    expect(end).toBe('CANCELLED')
    expect(runs).toBeLessThan(10)
  }
  expect(embedders).toHaveLength(5)
  expect(embedders.flatMap(({ texts }) => texts)).toHaveLength(before.length)
  expect(told).toEqual([before.length, before.length])
  const lengths = (await vectors()).map(({ vector }) => vector.length)
  expect(new Set(lengths)).toEqual(new Set([64]))
})

test('both memories of steps answer with the new vectors', async () => {
  await fill()
  await reembedGraph(testConfig(), { log, embedder: small() }, {})
  const cairn = await createCairn(testConfig(), { log, embedder: small() })
  const from = await cairn.nextStep({ code: `${draft}# so far`, epsilon: 0 })
  const to = await cairn.nextStep({ instruction: 'Add each number in a loop.', epsilon: 0 })
  await cairn.close()
  expect(from.instructions[0]?.text).toBe(short.trimEnd())
  expect(to.states[0]?.instruction).toContain('loop')
  await emptyGraph()
})

/** Many shortcuts of traces that share their ends. */
async function addShortcuts(count: number): Promise<void> {
  const db = testDatabase()
  await db.raw(
    `MATCH (a)-[r:SHORTCUT]->(b) WITH a, b, r LIMIT 1
     UNWIND range(1, toInteger($count)) AS i
     CREATE (a)-[s:SHORTCUT {trace: r.trace + '-' + i, instruction: r.instruction, gain: r.gain, space: r.space}]->(b)
     SET s.embedding = r.embedding`,
    { count }
  )
  await db.close()
}
