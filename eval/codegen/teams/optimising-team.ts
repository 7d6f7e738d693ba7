import type { Lesson } from '../../../src/domain/lesson.js'
import { extractCode } from '../generate/extract-code.js'
import type { CodeProblem } from '../problems.js'
import { createLessonBank, rememberedLessons, taughtLesson } from './lesson-bank.js'
import { fasterMessages, lessonOfSpeed } from './solicit.js'
import type { Course, Team, TeamOutcome, TeamTools } from './team.js'

interface Attempt {
  readonly code: string
  readonly tag: Lesson['tag']
  /** 0 unless correct. */
  readonly speedup: number
  readonly log: string
}

/** As in the paper (methods.md C.2). */
const temperature = 0.2
const lessonTokens = 250
/** The fastest of so many runs: anything else on the machine only makes code slower. */
const timings = 3

/** LessonL's rounds (methods.md C.4): every agent restarts from the original, learns from all, and the fastest right code wins. */
export const optimisingTeam: Team = async (problem, tools) => {
  const base = await fastest(problem, problem.reference, tools)
  const remembered = await rememberedLessons(problem.prompt, tools)
  const bank = createLessonBank('optimising', { k: tools.lessons, remembered })
  const made: Explained[] = []
  let faults = 0
  for (let round = 0; round < tools.rounds; round += 1) {
    const messages = fasterMessages(problem, bank.choose(round))
    const at = { problem, tools, round, base: base ?? NaN }
    const results = await Promise.all(
      tools.models.map((model, agent) => attemptOf({ ...at, model, agent, messages }))
    )
    const attempts = results.flatMap((result) => result ?? [])
    faults += results.length - attempts.length
    bank.close(
      attempts.flatMap(({ lesson }) => lesson ?? []),
      attempts.map(({ attempt }) => attempt.speedup)
    )
    made.push(...attempts)
  }
  const { rounds } = tools
  return outcomeOf(problem, made, { faults, rounds, remembered: remembered.length })
}

/** An attempt and what its own agent says of it. */
interface Explained {
  readonly model: string
  readonly attempt: Attempt
  readonly lesson: Lesson | null
}

interface Turn {
  readonly problem: CodeProblem
  readonly tools: TeamTools
  readonly round: number
  readonly base: number
  readonly model: string
  readonly agent: number
  readonly messages: ReturnType<typeof fasterMessages>
}

/** One agent's code of a round, measured and explained by the same agent; null where none came. */
async function attemptOf(turn: Turn): Promise<Explained | null> {
  const { problem, tools, model, round, agent, messages } = turn
  const call = { model, purpose: 'team', temperature, sample: round } as const
  const reply = await tools.ask({ ...call, messages })
  const code = 'fault' in reply ? null : extractCode(reply.text, problem)
  if (code === null) return null
  const attempt = await measured(turn, code)
  const said = await tools.ask({
    ...call,
    messages: lessonOfSpeed({ original: problem.reference, ...attempt }),
    maxTokens: lessonTokens
  })
  if ('fault' in said) return { model, attempt, lesson: null }
  const id = `lesson:${problem.id}:${round}:${agent}`
  const { tag, speedup: effect } = attempt
  const source = problem.reference
  const lesson = await taughtLesson({ id, text: said.text, tag, effect }, source, tools.likeness)
  return { model, attempt, lesson }
}

async function measured({ problem, tools, base }: Turn, code: string): Promise<Attempt> {
  const first = await tools.run(problem.test, code)
  // Its last line only: frames of the hidden tests are nothing to learn from.
  const log = first.line ?? ''
  if (first.verdict === 'failed') return { code, tag: 'INCORRECT', speedup: 0, log }
  if (first.verdict !== 'passed') return { code, tag: 'NOT_COMPILABLE', speedup: 0, log }
  const seconds = await fastest(problem, code, tools)
  const speedup = seconds === null ? 0 : base / Math.max(1e-6, seconds)
  return { code, tag: 'CORRECT', speedup: Number.isFinite(speedup) ? speedup : 0, log }
}

/** Seconds of the best of a few runs; null where it does not pass. */
async function fastest(
  problem: CodeProblem,
  code: string,
  { run }: TeamTools
): Promise<number | null> {
  const seconds: number[] = []
  for (let time = 0; time < timings; time += 1) {
    const result = await run(problem.test, code)
    if (result.verdict !== 'passed') return null
    seconds.push(result.seconds ?? NaN)
  }
  return Math.min(...seconds)
}

function outcomeOf(
  { id, family, reference }: CodeProblem,
  made: readonly Explained[],
  counts: Pick<TeamOutcome, 'faults' | 'rounds' | 'remembered'>
): TeamOutcome {
  const [best] = made.map(({ attempt }) => attempt).sort((a, b) => b.speedup - a.speedup)
  const found = best !== undefined && best.speedup > 0
  return {
    problem: id,
    family,
    // Who finds nothing right keeps the original.
    code: found ? best.code : reference,
    ...counts,
    timed: {
      speedup: found ? best.speedup : 0,
      compiled: made.some(({ attempt }) => attempt.tag !== 'NOT_COMPILABLE')
    },
    chain: null,
    courses: made.map(courseOf)
  }
}

function courseOf({ model, attempt, lesson }: Explained): Course {
  const { code, tag } = attempt
  const versions = [{ instruction: null, code, runs: tag === 'CORRECT' }]
  return { model, versions, lesson: lesson?.text ?? null }
}
