import type { Cairn } from '../../src/cairn.js'
import { buildCairn, closeCairns, testDatabase } from '../support/build-cairn.js'
import { traceOf } from './trace-of.js'

afterEach(closeCairns)

const task = { text: 'Read the column of prices.' }
const error = "KeyError: 'prices'"
const failing = { task: task.text, agent: 'one', outcome: 'failed', error } as const

function passing(agent: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return traceOf({ task, agent: { name: agent }, solution: 'read(prices)', ...more })
}

async function column(text: string): Promise<string[]> {
  const db = testDatabase()
  try {
    const rows = await db.run(
      { name: 'column', access: 'read', integers: [], columns: { one: 'string' }, text },
      {}
    )
    return rows.map((row) => (row as { one: string }).one)
  } finally {
    await db.close()
  }
}

/** Agents whose attempts resolved an error. */
function resolvers(): Promise<string[]> {
  return column('MATCH (t:Trace)-[:RESOLVED]->(:ErrorSignature) RETURN t.agent AS one ORDER BY one')
}

async function recorded(cairn: Cairn, traces: readonly unknown[]): Promise<void> {
  const receipts = await cairn.recordTraces(traces)
  expect(receipts.map(({ status }) => status)).toEqual(traces.map(() => 'accepted'))
}

const hundreds = Array.from({ length: 205 }, (_, i) => `agent ${String(i).padStart(3, '0')}`)

test('an attempt that is corrected to failed resolves nothing any more', async () => {
  const cairn = await buildCairn()
  await recorded(cairn, [failing, passing('two', { id: 'trace-of-two' }), passing('three')])
  expect(await resolvers()).toEqual(['three', 'two'])
  const corrected = { id: 'trace-of-two', outcome: { status: 'failed', judgedBy: 'tests' } }
  await recorded(cairn, [passing('two', corrected)])
  expect(await resolvers()).toEqual(['three'])
})

test('an error that its attempt is corrected not to have raised is resolved by nobody any more', async () => {
  const cairn = await buildCairn()
  const raised = (status: string, more: Record<string, unknown>) =>
    passing('one', { id: 'trace-of-one', outcome: { status, judgedBy: 'tests', ...more } })
  await recorded(cairn, [raised('failed', { error }), passing('two')])
  expect(await resolvers()).toEqual(['two'])
  await recorded(cairn, [raised('failed', {})])
  expect(await resolvers()).toEqual([])
})

test('of hundreds of attempts that passed equally well each resolved the error', async () => {
  const cairn = await buildCairn()
  await recorded(cairn, [failing, ...hundreds.map((agent) => passing(agent))])
  expect(await resolvers()).toEqual(hundreds)
})

test('of hundreds that passed, those that did best in the least code resolved it, whenever they came', async () => {
  const cairn = await buildCairn()
  const longer = passing('the longer', { solution: 'prices = read(prices)\nprint(prices)' })
  const slower = passing('the slower', {
    outcome: { status: 'passed', judgedBy: 'tests', measurements: { speedup: 0.5 } }
  })
  const without = passing('the one without code', { solution: undefined })
  await recorded(cairn, [longer, slower, without, failing])
  expect(await resolvers()).toEqual(['the longer', 'the one without code', 'the slower'])
  await recorded(
    cairn,
    hundreds.map((agent) => passing(agent))
  )
  expect(await resolvers()).toEqual(hundreds)
})

test('of a hundred attempts the notes compare the best, whatever their ids', async () => {
  const cairn = await buildCairn()
  const rolling = (agent: string, solution: string, status: string) =>
    traceOf({ task, agent: { name: agent }, solution, outcome: { status, judgedBy: 'tests' } })
  const telling = [
    rolling('one', 'import herd\nw = herd.roll(flock, size=3)\nprint(w)', 'failed'),
    rolling('two', 'import herd\nw = herd.roll(flock, size=3, lead=1)\nprint(w)', 'passed')
  ]
  const others = hundreds
    .slice(0, 100)
    .map((agent, i) =>
      rolling(
        agent,
        `import barn\nfor door in barn.doors(${i}):\n    door.open()\n    door.clean()\n    door.close()\n    barn.count(door)\n`,
        'passed'
      )
    )
  await recorded(cairn, [...others, ...telling])
  expect(await column('MATCH (l:Lesson) RETURN l.text AS one ORDER BY one')).toEqual([
    '`herd.roll`: without `lead=1` it failed, with it passed.'
  ])
})
