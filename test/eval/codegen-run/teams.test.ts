import { createExecutor, type Executor } from '../../../eval/codegen/execute/executor.js'
import type { Call } from '../../../eval/codegen/generate/calls.js'
import { coLearningTeam } from '../../../eval/codegen/teams/co-learning-team.js'
import { completeness } from '../../../eval/codegen/teams/completeness.js'
import { createLessonBank } from '../../../eval/codegen/teams/lesson-bank.js'
import { optimisingTeam } from '../../../eval/codegen/teams/optimising-team.js'
import type { TeamTools } from '../../../eval/codegen/teams/team.js'
import { writingTeam } from '../../../eval/codegen/teams/writing-team.js'
import { newLesson } from '../../../src/domain/lesson.js'
import { buildCairn, closeCairns } from '../../support/build-cairn.js'
import { tinyProblems } from './support/tiny-problems.js'

let executor: Executor
beforeAll(async () => {
  executor = await createExecutor({ python: 'python3', preload: [], workers: 1 })
})
afterAll(() => executor.close())
afterEach(closeCairns)

const [problem] = tinyProblems().filter(({ family }) => family === 'tiny/family-2')
if (problem === undefined) throw new Error('the tiny problems are gone')

const fenced = (code: string) => `\`\`\`python\n${code}\n\`\`\``
const textOf = ({ messages }: Call) => messages.map(({ content }) => content).join('\n')

function tools(answer: (call: Call, text: string) => string, more: Partial<TeamTools> = {}) {
  const calls: Call[] = []
  const at: TeamTools = {
    ask: (call) => {
      calls.push(call)
      return Promise.resolve({ text: answer(call, textOf(call)) })
    },
    models: ['large', 'small'],
    rounds: 3,
    lessons: 4,
    likeness: () => Promise.resolve(0.5),
    run: (test, code) => executor.run({ test, code }),
    memory: null,
    ...more
  }
  return { at, calls }
}

const innerTests = JSON.stringify({
  tests: [
    { setup: 'xs = [1, 2, 3]', check: 'assert result == 1' },
    { setup: 'xs = []', check: 'assert result == 0' },
    { setup: 'xs = [5, 5]', check: 'assert result == 2' }
  ]
})

test('a team that writes learns from code that fails its own tests and stops at the first that passes all', async () => {
  const { at, calls } = tools((call, text) => {
    if (call.schema !== undefined) return innerTests
    if (text.includes('Say why it fails')) return 'It counts everything; mind the weight.'
    const learned = text.includes('mind the weight') && call.model === 'small'
    return fenced(learned ? problem.reference : 'result = len(xs)')
  })
  const outcome = await writingTeam(problem, at)
  expect(outcome).toMatchObject({ code: problem.reference, rounds: 2, faults: 0 })
  expect(calls[0]).toMatchObject({ model: 'large', schema: { name: 'tests' } })
  const lessons = calls.filter((call) => textOf(call).includes('Say why it fails'))
  expect(lessons.map(({ model }) => model).sort()).toEqual(['large', 'large', 'small'])
  expect(textOf(lessons[0] as Call)).toContain('It passes 2 of 3 tests')
  expect(calls.map(textOf).join('\n')).not.toContain('test_execution')
})

test('a team that nobody of solves it hands in the candidate that passed most', async () => {
  const { at } = tools(
    (call, text) => {
      if (call.schema !== undefined) return innerTests
      if (text.includes('Say why it fails')) return 'It is wrong.'
      return fenced(call.model === 'large' ? 'result = -1' : 'result = len(xs)')
    },
    { rounds: 2 }
  )
  expect(await writingTeam(problem, at)).toMatchObject({ code: 'result = len(xs)', rounds: 2 })
})

test('a team that makes code faster asks by outcome, restarts from the original, and keeps the fastest that is right', async () => {
  const slow = 'import time\ntime.sleep(0.15)\nresult = len([x for x in xs if x > 2])'
  const slower = {
    ...problem,
    reference: slow,
    test: problem.test.replace(/exec\("[^\n]*", wanted\)/, 'wanted["result"] = 9')
  }
  const { at, calls } = tools(
    (call, text) => {
      if (/Why is that|What are the reasons|does not run/.test(text)) return 'Sleeping costs time.'
      if (call.model === 'large')
        return fenced(text.includes('Sleeping') ? problem.reference : 'result = 0')
      return fenced('result = = 1')
    },
    { rounds: 2 }
  )
  const outcome = await optimisingTeam(slower, at)
  expect(outcome.code).toBe(problem.reference)
  expect(outcome.timed?.speedup).toBeGreaterThan(1.1)
  const asked = calls.map(textOf)
  expect(asked.filter((text) => text.includes('What are the reasons?'))).toHaveLength(1)
  expect(asked.filter((text) => text.includes('does not run. Why not?'))).toHaveLength(2)
  expect(asked.filter((text) => text.includes('B is much faster'))).toHaveLength(1)
  const turns = asked.filter((text) => text.includes('Write Code B'))
  expect(turns.every((text) => text.includes('time.sleep(0.15)'))).toBe(true)
  expect(turns.filter((text) => text.includes('gives other results'))).toHaveLength(2)
})

test('the bank shows nothing in round 0 without a memory, what was remembered with one, and rates what was shown by the last round', () => {
  const lesson = (id: string, effect: number) => ({
    ...newLesson({ id, text: id, tag: 'CORRECT', effect }),
    relevance: 0.1
  })
  const bank = createLessonBank('optimising', { k: 2, remembered: [] })
  expect(bank.choose(0)).toEqual([])
  bank.close([lesson('a', 1.15), lesson('b', 1.0), lesson('c', 0)], [1.15, 1, 0])
  expect(bank.choose(1).map(({ id }) => id)).toEqual(['a', 'b'])
  // a falls to 1.15 × 0.9 and out of the high half.
  bank.close([lesson('d', 1.2)], [1.0, 1.1])
  expect(bank.choose(2).map(({ id }) => id)[0]).toBe('d')
  const remembering = createLessonBank('writing', { k: 2, remembered: [lesson('old', 1)] })
  expect(remembering.choose(0).map(({ id }) => id)).toEqual(['old'])
})

test('a pair goes from instruction to code until the instructor is content, with both memories where there is one', async () => {
  const cairn = await buildCairn()
  await cairn.recordTraces([
    {
      schema: 'cairn.trace/1',
      task: { text: 'Count the heavy stones in a quarry.' },
      agent: { name: 'somebody' },
      steps: [
        {
          role: 'agent',
          instruction: 'Start from a list of stones.',
          state: { text: 'stones = []', runs: true }
        },
        {
          role: 'agent',
          instruction: 'Filter before you count.',
          state: { text: 'n = len([s for s in stones if s > 9])', runs: true }
        }
      ],
      outcome: { status: 'passed', judgedBy: 'tests', evidence: 'passed' }
    }
  ])
  await cairn.jobs.idle()
  const answer = (call: Call, text: string) => {
    if (call.model === 'small')
      return fenced(text.includes('Filter') ? problem.reference : 'result = len(xs) # TODO')
    if (text.includes('The code so far: none')) return 'Count all of them first.'
    return text.includes('if x >') ? 'DONE' : 'Filter by weight now.'
  }
  const alone = tools(answer, { rounds: 5 })
  const without = await coLearningTeam(problem, alone.at)
  expect(without).toMatchObject({
    code: problem.reference,
    rounds: 2,
    chain: { edges: 2, nodes: 3, shortestPath: 2 }
  })
  expect(alone.calls.map(textOf).join('\n')).not.toContain('once led')
  const helped = tools(answer, { rounds: 5, memory: cairn })
  await coLearningTeam(problem, helped.at)
  const seen = (model: string) =>
    helped.calls
      .filter((call) => call.model === model)
      .map(textOf)
      .join('\n')
  expect(seen('large')).toContain('this instruction once led far')
  expect(seen('small')).toContain('once led to this code')
  expect([
    completeness('x = 1'),
    completeness('x = 1\n# TODO: more'),
    completeness('def f():\n    pass'),
    completeness(null)
  ]).toEqual([1, 0, 0, 0])
})
