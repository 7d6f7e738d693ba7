import type { Lesson } from '../../../src/domain/lesson.js'
import { extractCode } from '../generate/extract-code.js'
import type { CodeProblem } from '../problems.js'
import { innerTestProgram, writeInnerTests, type InnerTest } from './inner-tests.js'
import { createLessonBank, rememberedLessons, taughtLesson } from './lesson-bank.js'
import { lessonOfTests, writingMessages } from './solicit.js'
import type { Course, Team, TeamTools } from './team.js'

interface Attempt {
  readonly model: string
  readonly code: string
  /** Of tests there are. */
  readonly solves: boolean
  /** Of the team's own tests. */
  readonly passed: number
  readonly lesson: Lesson | null
}

const temperature = 0.2
const lessonTokens = 250

/**
 * LessonL's rounds for writing code (methods.md C.7): the first model writes tests from the task's text, lessons come from
 * code that fails them, and the first candidate that passes them all ends the problem. The hidden tests judge later.
 */
export const writingTeam: Team = async (problem, tools) => {
  const tests = await writeInnerTests(problem, tools)
  const remembered = await rememberedLessons(problem.prompt, tools)
  const bank = createLessonBank('writing', { k: tools.lessons, remembered })
  const { id, family } = problem
  const outcome = { problem: id, family, timed: null, chain: null, remembered: remembered.length }
  const made: Attempt[] = []
  let faults = tests.length === 0 ? 1 : 0
  for (let round = 0; round < tools.rounds; round += 1) {
    const at = {
      problem,
      tools,
      tests,
      round,
      messages: writingMessages(problem, bank.choose(round))
    }
    const results = await Promise.all(
      tools.models.map((model, agent) => attemptOf({ ...at, agent, model }))
    )
    const attempts = results.flatMap((result) => result ?? [])
    faults += results.length - attempts.length
    made.push(...attempts)
    const solved = attempts.find(({ solves }) => solves)
    const courses = made.map(courseOf)
    if (solved !== undefined)
      return { ...outcome, code: solved.code, rounds: round + 1, faults, courses }
    bank.close(
      attempts.flatMap(({ lesson }) => lesson ?? []),
      attempts.map(({ passed }) => passed)
    )
  }
  // Nobody passed all: the first of those that passed most.
  const [best] = made.toSorted((a, b) => b.passed - a.passed)
  const courses = made.map(courseOf)
  return { ...outcome, code: best?.code ?? null, rounds: tools.rounds, faults, courses }
}

function courseOf({ model, code, solves, lesson }: Attempt): Course {
  const versions = [{ instruction: null, code, runs: solves }]
  return { model, versions, lesson: lesson?.text ?? null }
}

interface Turn {
  readonly problem: CodeProblem
  readonly tools: TeamTools
  readonly tests: readonly InnerTest[]
  readonly round: number
  readonly agent: number
  readonly model: string
  readonly messages: ReturnType<typeof writingMessages>
}

async function attemptOf(turn: Turn): Promise<Attempt | null> {
  const { problem, tools, tests, model, round, messages } = turn
  const call = { model, purpose: 'team', temperature, sample: round } as const
  const reply = await tools.ask({ ...call, messages })
  const code = 'fault' in reply ? null : extractCode(reply.text, problem)
  if (code === null) return null
  const results = await Promise.all(tests.map((test) => tools.run(innerTestProgram(test), code)))
  const passed = results.filter(({ verdict }) => verdict === 'passed').length
  const at = results.findIndex(({ verdict }) => verdict !== 'passed')
  const attempt = { model, code, passed, solves: tests.length > 0 && at < 0 }
  if (at < 0) return { ...attempt, lesson: null }
  // The last line of the error only: the frames above it are the executor's.
  const log = [tests[at]?.check, results[at]?.line ?? results[at]?.verdict].join('\n')
  const said = await tools.ask({
    ...call,
    messages: lessonOfTests({ problem, code, passed, of: tests.length, log }),
    maxTokens: lessonTokens
  })
  return { ...attempt, lesson: 'fault' in said ? null : await lessonOf(turn, said.text, passed) }
}

function lessonOf(
  { problem, tools, round, agent }: Turn,
  text: string,
  effect: number
): Promise<Lesson> {
  const id = `lesson:${problem.id}:${round}:${agent}`
  return taughtLesson({ id, text, tag: 'INCORRECT', effect }, problem.prompt, tools.likeness)
}
