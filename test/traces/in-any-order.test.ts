import fc from 'fast-check'
import { buildCairn, closeCairns, emptyGraph, exported } from '../support/build-cairn.js'
import { stepTo, traceOf } from './trace-of.js'

afterEach(closeCairns)

const prices = { text: 'Read the column of prices.' }
const names = { text: 'Read the column of names.' }
const lost = "KeyError: 'prices'"

/** Attempts that meet in everything that follows from a set: problems, errors, states, changes of code and notes. */
const attempts = [
  traceOf({
    id: 'a',
    task: prices,
    agent: { name: 'one' },
    solution: "import frames\nf = frames.read('a.csv')\nprint(f['prices'])",
    outcome: { status: 'failed', judgedBy: 'tests', error: lost }
  }),
  traceOf({
    id: 'b',
    task: prices,
    agent: { name: 'two' },
    solution: "import frames\nf = frames.read('a.csv', strip=True)\nprint(f['prices'])",
    learned: [{ about: 'frames.read', happens: 'keeps the blanks around the names of columns' }]
  }),
  traceOf({
    id: 'c',
    task: { ...prices, title: 'Prices' },
    agent: { name: 'three' },
    steps: [
      stepTo('f = frames.read(a)', { instruction: 'Read it.', runs: false, error: lost }),
      stepTo('f = frames.read(a).strip()', { instruction: 'Strip it.', runs: true })
    ],
    learned: [{ about: 'frames.read', happens: 'does not keep the blanks around names of columns' }]
  }),
  traceOf({
    id: 'd',
    task: names,
    agent: { name: 'four' },
    steps: [
      stepTo('f = frames.read(a)', { instruction: 'Read it.', runs: true }),
      stepTo('f = frames.names(a)', { instruction: 'Take the names.', runs: true })
    ],
    learned: [{ about: 'frames.read', happens: 'the blanks around the names of columns it keeps' }]
  }),
  traceOf({
    id: 'e',
    task: { ...names, title: 'Names' },
    agent: { name: 'five' },
    solution: "import frames\nprint(frames.read('a.csv')['names'])",
    outcome: { status: 'failed', judgedBy: 'tests', error: "KeyError: 'names'" }
  })
]

/** What somebody told of an attempt before it was corrected to what stands above. */
const firstTold: readonly Readonly<Record<string, unknown>>[] = [
  {
    outcome: { status: 'passed', judgedBy: 'tests' },
    learned: [{ about: 'x.y', happens: 'sings' }]
  },
  { task: names, outcome: { status: 'failed', judgedBy: 'tests', error: 'ValueError: no names' } },
  { task: { text: 'Something else.' }, steps: [stepTo('never = 1', { runs: true })] },
  { outcome: { status: 'failed', judgedBy: 'tests', error: lost }, steps: [] },
  { solution: 'import barn\nbarn.open()', outcome: { status: 'passed', judgedBy: 'tests' } }
]

const all = attempts.map((_, i) => i)
const history = fc.record({
  order: fc.shuffledSubarray(all, { minLength: all.length }),
  corrected: fc.subarray(all),
  cuts: fc.uniqueArray(fc.integer({ min: 1, max: 2 * all.length }), { maxLength: 4 })
})

test('in whatever order attempts come, in whatever batches, and whatever was told of them first: the graph is what they are now', async () => {
  const cairn = await buildCairn()
  await emptyGraph()
  await cairn.recordTraces(attempts)
  const expected = await exported(cairn)
  await fc.assert(
    fc.asyncProperty(history, async ({ order, corrected, cuts }) => {
      await emptyGraph()
      const told = [
        ...order
          .filter((i) => corrected.includes(i))
          .map((i) => ({ ...attempts[i], ...firstTold[i] })),
        ...order.toReversed().map((i) => attempts[i])
      ]
      const ends = [...cuts.filter((at) => at < told.length), told.length].sort((a, b) => a - b)
      for (const [i, end] of ends.entries()) {
        const receipts = await cairn.recordTraces(told.slice(ends[i - 1] ?? 0, end))
        expect(receipts.map(({ status }) => status)).not.toContain('rejected')
      }
      expect(await exported(cairn)).toEqual(expected)
    }),
    { numRuns: 10, endOnFailure: true }
  )
})
