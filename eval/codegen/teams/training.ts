import { createHash } from 'node:crypto'
import type { Cairn } from '../../../src/cairn.js'
import { itself, publicSpace } from '../../../src/domain/caller.js'
import { badInput, CairnError } from '../../../src/errors.js'
import { takeFamilies } from '../../learning/split.js'
import { refuseLeaks } from '../arms/check-memory.js'
import { createLeakFinder } from '../arms/leaks.js'
import type { CandidateResult } from '../execute/candidate-result.js'
import type { Plan } from '../generate/plan.js'
import type { CodeProblem } from '../problems.js'
import type { TeamFlags } from './team-flags.js'
import type { Course } from './team.js'

/**
 * Problems that a team works on first (methods.md D.2): of families that are not under test in any fold, whole families by
 * the seed, without those that repeat or solve one under test in other words.
 * @throws CairnError BAD_INPUT where there are too few
 */
export function trainingProblems(
  { problems, held: { tested, foldOf } }: Plan,
  { train, run: { seed } }: TeamFlags
): CodeProblem[] {
  if (train === 0) return []
  const finder = createLeakFinder(tested, problems)
  const open = problems.filter(
    ({ family, prompt, reference }) =>
      !foldOf.has(family) && finder.inText(`${prompt}\n${reference}`) === null
  )
  if (open.length < train)
    throw badInput(
      '--train',
      String(train),
      `at most ${open.length}, for so many problems are of no family under test`
    )
  const taken = new Set(takeFamilies(open, { limit: train, seed }).map(({ id }) => id))
  return open.filter(({ id }) => taken.has(id)).slice(0, train)
}

/** The space of what this team learned: another team, or another training, has another. */
export function trainedSpace({ settings }: Plan): string {
  const hash = createHash('sha256').update(JSON.stringify(settings)).digest('hex')
  return `trained-${hash.slice(0, 12)}`
}

/** One way that was gone as a canonical trace, judged by the tests of its problem. */
export function courseTrace(
  { model, versions, lesson }: Course,
  { problem, team, result }: { problem: CodeProblem; team: string; result: CandidateResult }
): Record<string, unknown> {
  const { id, prompt, family } = problem
  const passed = result.verdict === 'passed'
  const status = passed ? 'passed' : 'failed'
  const error = passed || result.line === undefined ? {} : { error: result.line }
  return {
    schema: 'cairn.trace/1',
    task: { text: prompt, family },
    agent: { name: `${team}-${model}` },
    model: { name: model },
    libraries: [],
    steps: versions.map(({ instruction, code, runs }) => ({
      role: 'agent',
      ...(instruction === null ? {} : { instruction }),
      action: { kind: 'code', input: code },
      state: { text: code, language: 'python', runs }
    })),
    outcome: {
      status,
      judgedBy: 'tests',
      evidence: `the tests of ${id} ${status}`,
      ...error
    },
    ...(versions.length === 0 ? {} : { solution: versions.at(-1)?.code ?? '' }),
    ...(lesson === null ? {} : { notes: lesson })
  }
}

/**
 * Puts what was learned into a space of its own and checks it against what is under test, as any memory.
 * @returns how many ways are there
 * @throws CairnError CONFLICT where a family under test is among them
 */
export async function keepTraining(
  cairn: Cairn,
  plan: Plan,
  traces: readonly unknown[]
): Promise<number> {
  const finder = createLeakFinder(plan.held.tested, plan.problems)
  // What somebody wrote may solve a problem under test by chance, or by heart.
  const clean = traces.filter((trace) => finder.inText(wordsIn(trace).join('\n')) === null)
  const space = trainedSpace(plan)
  if (clean.length === 0) return 0
  const mine = cairn.as({ ...itself, space, spaces: [space, publicSpace], writes: [space] })
  const receipts = await mine.recordTraces(clean)
  await mine.jobs.idle()
  const refused = receipts.find(({ status }) => status === 'rejected')
  if (refused !== undefined)
    throw new CairnError(
      'BAD_SOURCE',
      `What a team did was refused: ${refused.path ?? ''} ${refused.reason ?? ''}.`
    )
  await refuseLeaks(cairn, { spaces: [space], finder })
  return receipts.length
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}
