import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { chooseEmbedder, type Cairn, type Embedder } from '../../../src/cairn.js'
import { createLog } from '../../../src/log.js'
import { evalConfig } from '../../support/open-cairn.js'
import { print } from '../../support/print.js'
import type { ArmName } from '../arms/arms.js'
import { spaceFor } from '../arms/hold-out.js'
import { experienceReader } from '../arms/memory-callers.js'
import { openMemoryGraph, prepareMemory } from '../arms/prepare-contexts.js'
import type { CandidateResult } from '../execute/candidate-result.js'
import { openAppendLog, type AppendLog } from '../generate/append-log.js'
import type { CallLine } from '../generate/calls.js'
import { openExecution, type Execution } from '../generate/execution.js'
import { makePlan, settleIn, type Plan } from '../generate/plan.js'
import { readPrices } from '../generate/prices.js'
import { createProgress } from '../generate/progress.js'
import { askerOf } from '../generate/run-matrix.js'
import type { CodeProblem } from '../problems.js'
import { writeBlocks } from '../report/write-report.js'
import { coLearningTeam } from './co-learning-team.js'
import { completeness } from './completeness.js'
import { optimisingTeam } from './optimising-team.js'
import { readTeamFlags, type TeamFlags, type TeamKind } from './team-flags.js'
import { teamReport, type TeamResult } from './team-report.js'
import type { Team, TeamOutcome, TeamTools } from './team.js'
import { courseTrace, keepTraining, trainedSpace, trainingProblems } from './training.js'
import { writingTeam } from './writing-team.js'

const byKind: Readonly<Record<TeamKind, Team>> = {
  optimising: optimisingTeam,
  writing: writingTeam,
  'co-learning': coLearningTeam
}

/**
 * Teams of models with memory and without: teams --team optimising|writing|co-learning --models A,B,… --rounds N
 * --lessons K --train N, and the flags of `run`. The memory is built and checked as for `run`; with --train the team works on N
 * problems of other families first, and what it did there is in the memory too. Every call and every measurement is kept,
 * so that a run that was killed goes on.
 */
export async function teams(args: readonly string[]): Promise<void> {
  const flags = readTeamFlags(args)
  const plan = withTeam(makePlan(flags.run), flags)
  settleIn(plan)
  const log = openAppendLog<CallLine>(join(flags.run.out, 'calls.jsonl'))
  const execution = await openExecution(flags.run)
  const embedder = await makeEmbedder(plan)
  const needed = flags.run.arms.includes('insights')
  const cairn = needed ? (await openMemoryGraph(plan)).cairn : null
  try {
    // Teams ask for lessons and for ways, not for insights.
    if (cairn !== null) await prepareMemory(cairn, plan, { withInsights: false })
    const { results, trained } = await runTeams(plan, flags, { log, execution, embedder, cairn })
    const { out, prices } = flags.run
    const report = { results, trained, calls: log.entries, prices: readPrices(prices), execution }
    const blocks = teamReport(plan, flags, report)
    const files = writeBlocks(out, 'Teams with Cairn and without', blocks)
    print(`${files.markdown}\n${files.html}`)
  } finally {
    log.close()
    await execution.close()
    await embedder.close()
    await cairn?.close()
  }
}

function withTeam(plan: Plan, { kind, rounds, lessons, train }: TeamFlags): Plan {
  return { ...plan, settings: { ...plan.settings, team: kind, rounds, lessons, train } }
}

function makeEmbedder({ flags }: Plan): Promise<Embedder> {
  const config = evalConfig(flags.out, flags.embedder)
  return chooseEmbedder({ config, remembered: null, log: createLog('warn') })
}

interface Parts {
  readonly log: AppendLog<CallLine>
  readonly execution: Execution
  readonly embedder: Embedder
  readonly cairn: Cairn | null
}

interface Ran {
  readonly results: TeamResult[]
  /** Ways that the memory holds of the team's own training. */
  readonly trained: number
}

async function runTeams(plan: Plan, flags: TeamFlags, parts: Parts): Promise<Ran> {
  const ask = askerOf(plan, { log: parts.log, offline: false })
  const measured = openMeasurements(flags.run.out, parts.execution)
  const likeness = likenessBy(parts.embedder)
  const { run: runFlags, rounds, lessons } = flags
  const { models, arms } = runFlags
  const { tested } = plan.held
  const toolsFor = (phase: string, memory: Cairn | null): TeamTools => {
    const times = countTimes(phase)
    const run = (test: string, code: string) => measured.run(test, code, times(test, code))
    return { ask, models, rounds, lessons, likeness, run, memory }
  }
  const training = parts.cairn === null ? [] : trainingProblems(plan, flags)
  const bar = createProgress('problems', training.length + tested.length * arms.length)
  const one = async (problem: CodeProblem, arm: ArmName): Promise<TeamResult> => {
    const memory = arm === 'insights' ? memoryOf(plan, parts.cairn, problem) : null
    const tools = toolsFor(arm, memory)
    const started = performance.now()
    const outcome = await byKind[flags.kind](problem, tools)
    const seconds = (performance.now() - started) / 1_000
    bar.tick()
    return judged(problem, outcome, { ...tools, arm, seconds })
  }
  try {
    const ways = training.map(async (problem) => {
      const traces = await trainedOn(problem, flags, toolsFor('training', null))
      bar.tick()
      return traces
    })
    const traces = (await Promise.all(ways)).flat()
    const trained = parts.cairn === null ? 0 : await keepTraining(parts.cairn, plan, traces)
    const cells = arms.flatMap((arm) => tested.map((problem) => one(problem, arm)))
    return { results: await Promise.all(cells), trained }
  } finally {
    bar.stop()
    measured.close()
  }
}

/** The ways that a team without memory went at a problem, each judged by its tests. */
async function trainedOn(
  problem: CodeProblem,
  { kind: team }: TeamFlags,
  tools: TeamTools
): Promise<unknown[]> {
  const { courses } = await byKind[team](problem, tools)
  return Promise.all(
    courses.map(async (course) => {
      const result = await tools.run(problem.test, course.versions.at(-1)?.code ?? '')
      return courseTrace(course, { problem, team, result })
    })
  )
}

function memoryOf(plan: Plan, cairn: Cairn | null, problem: CodeProblem): Cairn | null {
  const spaces = [...plan.flags.experienceSpaces, trainedSpace(plan)]
  return cairn?.as(experienceReader(spaceFor(plan.held, problem), spaces)) ?? null
}

/** The outcome under the hidden tests, with the measures of methods.md D.5. */
async function judged(
  problem: CodeProblem,
  outcome: TeamOutcome,
  by: TeamTools & { readonly arm: ArmName; readonly seconds: number }
): Promise<TeamResult> {
  const code = outcome.code ?? ''
  const result = await by.run(problem.test, code)
  const { arm, seconds } = by
  return {
    ...outcome,
    arm,
    seconds,
    passed: result.verdict === 'passed',
    quality: {
      completeness: completeness(outcome.code),
      // A wrong answer is an answer: the program ran.
      executability: result.verdict === 'passed' || result.verdict === 'failed' ? 1 : 0,
      consistency: code === '' ? 0 : Math.max(0, await by.likeness(problem.prompt, code))
    }
  }
}

/** The same code is timed several times: each is a measurement of its own, named the same when it is done again. */
function countTimes(phase: string): (test: string, code: string) => string {
  const times = new Map<string, number>()
  return (test, code) => {
    const time = (times.get(test + code) ?? 0) + 1
    times.set(test + code, time)
    return `${phase} ${time}`
  }
}

interface Measurement {
  readonly key: string
  readonly result: CandidateResult
}

/** Runs of code, each kept: a time that was measured is not measured again. */
function openMeasurements(folder: string, { runOne }: Execution) {
  const log = openAppendLog<Measurement>(join(folder, 'measurements.jsonl'))
  const known = new Map(log.entries.map(({ key, result }) => [key, result]))
  return {
    run: async (test: string, code: string, which: string): Promise<CandidateResult> => {
      const content = JSON.stringify([test, code, which])
      const key = createHash('sha256').update(content).digest('hex').slice(0, 32)
      const before = known.get(key)
      if (before !== undefined) return before
      const result = await runOne({ test, code })
      known.set(key, result)
      log.append({ key, result })
      return result
    },
    close: () => {
      log.close()
    }
  }
}

function likenessBy(embedder: Embedder): TeamTools['likeness'] {
  return async (first, second) => {
    const [a, b] = await embedder.embed([first, second])
    return Array.from(a ?? []).reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0)
  }
}
