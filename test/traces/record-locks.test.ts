import { evidenceOf, lockBuckets, writeEvidence } from '../../src/graph/queries.js'
import type { Query } from '../../src/graph/query.js'
import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'
import { bucketOf } from '../../src/traces/notes/settle-notes.js'
import { buildCairn, closeCairns, testDatabase } from '../support/build-cairn.js'
import { stepTo, traceOf } from './trace-of.js'

const db = testDatabase()

afterEach(closeCairns)
afterAll(() => db.close())

const at = (task: string, notes: string) => traceOf({ task: { text: task }, notes })

test('an attempt at one problem waits for another at it, and for none at a second problem', async () => {
  const cairn = await buildCairn()
  const tasks = ['Sort the rows.', 'Fold the map.', 'Knot the rope.']
  const receipts = await cairn.recordTraces(tasks.map((task) => at(task, 'The first.')))
  const problems = receipts.map(({ problem }) => problem ?? '')
  const held = bucketOf(problems[0] ?? '')
  const free = problems.findIndex((problem) => bucketOf(problem) !== held)
  const done: string[] = []
  const record = async (task = '') => {
    await cairn.recordTraces([at(task, 'The second.')])
    done.push(task)
  }
  let waiting: Promise<void> | undefined
  await db.write(async (tx) => {
    await tx.run(lockBuckets, { ids: [held] })
    waiting = record(tasks[0])
    await record(tasks[free])
    expect(done).toEqual([tasks[free]])
  })
  await waiting
  expect(done).toEqual([tasks[free], tasks[0]])
})

test('no transaction is open while a model is asked', async () => {
  const open: number[] = []
  const lexical = createLexicalEmbedder()
  const embedder: typeof lexical = {
    ...lexical,
    embed: async (texts) => {
      open.push(await writesUnderWay())
      return lexical.embed(texts)
    }
  }
  const cairn = await buildCairn({ embedder })
  const receipts = await cairn.recordTraces(
    ['passed', 'failed', 'passed'].map((status, i) =>
      traceOf({
        task: { text: 'Sort the rows.' },
        outcome: { status, judgedBy: 'agent' },
        learned: [{ about: 'rows.sort', happens: `Sorting ${String(i)} rows needs a key.` }]
      })
    )
  )
  expect(receipts.map(({ reason }) => reason)).toEqual([null, null, null])
  await cairn.curate({})
  await cairn.jobs.idle()
  expect(open.length).toBeGreaterThan(1)
  expect(Math.max(...open)).toBe(0)
  await db.write(async (tx) => {
    await tx.run(lockBuckets, { ids: ['lock/00'] })
    expect(await writesUnderWay()).toBe(1)
  })
})

const openWrites: Query<object, { readonly writes: number }> = {
  name: 'openWrites',
  access: 'read',
  integers: [],
  columns: { writes: 'int' },
  text: "SHOW TRANSACTIONS YIELD metaData WHERE metaData.query = 'write' RETURN count(*) AS writes"
}

async function writesUnderWay(): Promise<number> {
  const [row] = await db.run(openWrites, {})
  return row?.writes ?? NaN
}

test('what came of showing an attempt stays when the attempt is corrected', async () => {
  const cairn = await buildCairn()
  const [first] = await cairn.recordTraces([traceOf({ id: 'run-8', notes: 'The first way.' })])
  const id = first?.trace ?? ''
  const now = Date.now()
  const row = {
    id,
    passed: 2,
    failed: 1,
    uses: 3,
    at: now,
    of: ['principal:bob'],
    passedOf: [2],
    failedOf: [1]
  }
  await db.run(writeEvidence, { rows: [row] })
  const known = () =>
    db.run(evidenceOf, { ids: [id], spaces: ['public'], now, halfLife: 86_400_000 })
  const before = await known()
  expect(before).toMatchObject([{ id, passed: 2, failed: 1, uses: 3 }])
  const [corrected] = await cairn.recordTraces([traceOf({ id: 'run-8', notes: 'The second way.' })])
  expect(corrected).toMatchObject({ status: 'accepted', trace: id })
  expect((await cairn.open(id)).properties['text']).toContain('The second way.')
  expect(await known()).toEqual(before)
})

const marked = `MATCH (t:Trace {id: $id}) SET t.curation = 7, t.lessonBy = 'a model'`

test.each([
  [
    'its model and its time',
    { model: { name: 'm-2' }, startedAt: '2026-03-01T09:30:00Z' },
    [7, 'a model']
  ],
  ['how it ended', { outcome: { status: 'failed', judgedBy: 'tests' } }, [undefined, undefined]],
  ['its code', { solution: 'sum(numbers)' }, [undefined, undefined]],
  ['its notes', { notes: 'Another way.' }, [undefined, undefined]],
  ['its steps', { steps: [stepTo('total = 0')] }, [undefined, undefined]]
])(
  'curation and lessons have seen a corrected attempt where only %s changed, or see it anew',
  async (_, change, marks) => {
    const cairn = await buildCairn()
    const attempt = { id: 'run-9', notes: 'The way.', solution: 'total(numbers)' }
    const [first] = await cairn.recordTraces([traceOf(attempt)])
    const id = first?.trace ?? ''
    await db.raw(marked, { id })
    const [corrected] = await cairn.recordTraces([traceOf({ ...attempt, ...change })])
    expect(corrected).toMatchObject({ status: 'accepted', trace: id })
    const { properties } = await cairn.open(id)
    expect([properties['curation'], properties['lessonBy']]).toEqual(marks)
  }
)

test('what a run had shown of an attempt is gone with its correction, which is news then', async () => {
  const cairn = await buildCairn()
  const [first] = await cairn.recordTraces([traceOf({ id: 'run-10' })])
  const id = first?.trace ?? ''
  await db.raw(`${marked}, t.observed = 'failed', t.outcome = 'failed'`, { id })
  await cairn.recordTraces([traceOf({ id: 'run-10', model: { name: 'm-2' } })])
  const { properties } = await cairn.open(id)
  expect(properties).toMatchObject({ outcome: 'passed' })
  expect(properties['curation']).toBeUndefined()
})
