import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePlan, settleIn } from '../../../eval/codegen/generate/plan.js'
import { readRunFlags } from '../../../eval/codegen/generate/run-flags.js'
import { endpointFaults } from '../../../eval/codegen/rehearse/misbehave.js'
import { rehearse } from '../../../eval/codegen/rehearse/rehearse.js'
import { emptyGraph, removeFolders, temporaryFolder } from '../../support/build-cairn.js'
import { testSettings } from './support/run-codegen.js'
import { tinyProblems, writeBench } from './support/tiny-problems.js'

afterAll(removeFolders)

/** A time-out takes as long as it takes: asking.test.ts has one, `eval:codegen rehearse` some among its 30 problems. */
const faults = endpointFaults.filter((fault) => fault !== 'hang')

test('the whole matrix that is killed half-way goes on, ends in the report of an unbroken run, and makes no call twice', async () => {
  await emptyGraph()
  const folder = temporaryFolder()
  const bench = writeBench(folder)
  const args = [
    ...['--problems', bench.problems, '--docs', bench.docs, '--irrelevant', bench.irrelevant],
    ...['--traces', bench.traces, '--models', 'qwen-small,gpt-large', '--judges', 'gemini-judge'],
    ...['--limit', '6', '--parallel', '8', '--python', 'python3', '--home', join(folder, 'home')]
  ]
  const done = await rehearse({
    ...{ args, problems: tinyProblems(), out: folder, faultEvery: 3, faults },
    environment: testSettings(join(folder, 'home'))
  })
  expect(done.differing).toEqual([])
  const nothingTwice = { late: 0, answeredTwice: 0, answered: done.unbroken.answered }
  expect(done.unbroken).toMatchObject(nothingTwice)
  expect(done.broken).toMatchObject(nothingTwice)
  expect(done.repliesAtKill).toBe(Math.floor(done.unbroken.answered / 2))
  expect([done.reportAtKill, done.callsOfThird]).toEqual([false, 0])
  expect(Object.keys(done.unbroken.faults).sort()).toEqual([...faults].sort())

  const report = readFileSync(join(folder, 'unbroken', 'report.md'), 'utf8')
  expect(report).toContain('6 problems of 2 families, 5 arms, 2 models')
  for (const kind of ['rate-limit', 'server-error', 'cut-off', 'not-json-body', 'refusal', 'empty'])
    expect(report).toContain(`| ${kind} |`)
  expect(report).toContain('The sample is too small to rank')
  expect(() => {
    settleIn(makePlan(readRunFlags([...args, '--seed', '2', '--out', join(folder, 'broken')])))
  }).toThrow(/holds a run with other (problems|content|seed)/)
})
