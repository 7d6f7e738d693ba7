import type { Cairn } from '../../src/cairn.js'
import { itself, type Caller } from '../../src/domain/caller.js'
import { buildCairn, closeCairns, testDatabase } from '../support/build-cairn.js'
import { answer } from '../learn/answered.js'
import { traceOf } from './trace-of.js'

const db = testDatabase()

afterEach(closeCairns)
afterAll(() => db.close())

const as = (cairn: Cairn, name: string): Cairn => {
  const caller: Caller = { ...itself, id: `principal:${name}`, name, role: 'admin' }
  return cairn.as(caller)
}

type Told = readonly [name: string, id: string, solution: string, more?: object]

/** Records each attempt in the name of its principal, one after the other. @returns the ids that they got, by the name each was given */
async function tell(cairn: Cairn, told: readonly Told[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [name, id, solution, more] of told) {
    const [receipt] = await as(cairn, name).recordTraces([traceOf({ id, solution, ...more })])
    expect(receipt?.status).toBe('accepted')
    ids.set(id, receipt?.trace ?? '')
  }
  return ids
}

/** Names of the attempts that are confirmed. */
async function confirmedOf(cairn: Cairn, ids: ReadonlyMap<string, string>): Promise<string[]> {
  const names: string[] = []
  for (const [name, id] of ids) {
    const { properties } = await cairn.open(id)
    if (properties['confirmed'] === true) names.push(name)
  }
  return names.sort()
}

const solution = 'total = sum(numbers)\nprint(total)\n'
const attempts: readonly Told[] = [
  ['ann', 'a', solution],
  ['ann', 'again', solution],
  ['bob', 'b', 'total  = sum(numbers)\r\n\r\nprint(total)'],
  ['bob', 'other', 'print(numbers.total())'],
  ['cleo', 'failing', solution, { outcome: { status: 'failed', judgedBy: 'tests' } }],
  ['cleo', 'elsewhere', solution, { task: { text: 'Another problem.' } }]
]

test('what two principals passed with in the same words confirms both, in whatever order they came', async () => {
  const cairn = await buildCairn()
  const ids = await tell(cairn, attempts.slice(0, 2))
  expect(await confirmedOf(cairn, ids)).toEqual([])
  for (const [name, id] of await tell(cairn, attempts.slice(2))) ids.set(name, id)
  expect(await confirmedOf(cairn, ids)).toEqual(['a', 'again', 'b'])
  await closeCairns()
  const backwards = await buildCairn()
  const told = await tell(backwards, attempts.toReversed())
  expect(await confirmedOf(backwards, told)).toEqual(['a', 'again', 'b'])
})

test('what confirmed another is gone with its correction, and with its deletion', async () => {
  const cairn = await buildCairn()
  const ids = await tell(
    cairn,
    attempts.filter(([, id]) => id === 'a' || id === 'b')
  )
  expect(await confirmedOf(cairn, ids)).toEqual(['a', 'b'])
  await tell(cairn, [['bob', 'b', solution, { outcome: { status: 'failed', judgedBy: 'tests' } }]])
  expect(await confirmedOf(cairn, ids)).toEqual([])
  await tell(cairn, [['bob', 'b', solution]])
  expect(await confirmedOf(cairn, ids)).toEqual(['a', 'b'])
  await as(cairn, 'bob').deleteContribution({ id: ids.get('b') ?? '' })
  ids.delete('b')
  expect(await confirmedOf(cairn, ids)).toEqual([])
})

test('an attempt that another used and told of as going well is confirmed, until that is taken back', async () => {
  const cairn = await buildCairn()
  const ids = await tell(cairn, attempts.slice(0, 1))
  const trace = ids.get('a') ?? ''
  await answer(db, { id: 'x' })
  await db.raw(
    `MATCH (r:Recommendation {id: 'recommendation:x'}), (t:Trace {id: $trace}) CREATE (r)-[:CITES {rank: 1}]->(t)`,
    { trace }
  )
  const told = (name: string, outcome: 'passed' | 'failed', used = [trace]) =>
    as(cairn, name).sendFeedback({ recommendation: 'x', from: 'agent', by: name, outcome, used })
  await told('ann', 'passed')
  expect(await confirmedOf(cairn, ids)).toEqual([])
  await told('bob', 'passed', [])
  expect(await confirmedOf(cairn, ids)).toEqual([])
  await told('bob', 'passed')
  expect(await confirmedOf(cairn, ids)).toEqual(['a'])
  // A correction of its words leaves what others told of it.
  await tell(cairn, [['ann', 'a', solution, { notes: 'Shorter.' }]])
  expect(await confirmedOf(cairn, ids)).toEqual(['a'])
  await told('bob', 'failed')
  expect(await confirmedOf(cairn, ids)).toEqual([])
})
