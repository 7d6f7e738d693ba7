import type { Cairn } from '../../src/cairn.js'
import { brokenExperience } from '../../src/graph/queries.js'
import { traceOf } from '../traces/trace-of.js'
import { buildCairn, closeCairns, exported, testDatabase } from '../support/build-cairn.js'

afterEach(closeCairns)

/** Attempts at one problem: one failed with an error, and others got past it. */
function attempt(agent: string, status: 'passed' | 'failed'): Record<string, unknown> {
  const fold = status === 'passed' ? 'fold(sheet, size=3, lead=1)' : 'fold(sheet, size=3)'
  return traceOf({
    id: agent,
    task: { text: 'Fold the sheet of the rolls.' },
    agent: { name: agent },
    solution: `import mill\nw = mill.${fold}\nprint(w)`,
    outcome: {
      status,
      judgedBy: 'tests',
      ...(status === 'failed' ? { error: 'IndexError: no roll at quokkafish' } : {})
    }
  })
}

async function record(cairn: Cairn, ...traces: Record<string, unknown>[]): Promise<void> {
  const receipts = await cairn.recordTraces(traces)
  expect(receipts.map(({ status }) => status)).toEqual(traces.map(() => 'accepted'))
}

async function brokenRules() {
  const db = testDatabase()
  try {
    return await db.run(brokenExperience, {})
  } finally {
    await db.close()
  }
}

/** Lines of the graph without what a deletion leaves on purpose. */
async function graphOf(cairn: Cairn): Promise<string[]> {
  return (await exported(cairn)).filter((line) => !line.includes('"Retired"'))
}

test('what followed from an attempt beside others goes with it: the error that they resolved, the change that quotes it', async () => {
  const cairn = await buildCairn()
  await record(cairn, attempt('failing', 'failed'), attempt('passing', 'passed'))
  expect(await cairn.nodeCounts()).toMatchObject({ ErrorSignature: 1, Lesson: 1 })
  await cairn.deleteContribution({ id: 'trace:failing' })
  expect(await brokenRules()).toEqual([])
  expect(await cairn.nodeCounts()).not.toHaveProperty('ErrorSignature')
  const left = (await graphOf(cairn)).join('\n')
  expect(left).not.toContain('quokkafish')
  expect(left).not.toContain('- w = mill.fold')
})

test('after a deletion the graph is as if the attempt had never been', async () => {
  const cairn = await buildCairn()
  await record(cairn, attempt('first', 'failed'), attempt('passing', 'passed'))
  const before = await graphOf(cairn)
  await record(cairn, attempt('second', 'failed'))
  await cairn.deleteContribution({ id: 'trace:second' })
  expect(await brokenRules()).toEqual([])
  expect(await graphOf(cairn)).toEqual(before)
})
