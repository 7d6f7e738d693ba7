import type { Cairn } from '../../../src/cairn.js'
import { agentCount } from '../../learning/arrivals.js'
import { emptyEpoch } from '../../learning/judge-arms.js'
import { curateByRule, curatorName } from '../../learning/rule-curator.js'
import { traceOf, type Attempt } from '../../retrieval/attempts.js'
import { CairnError } from '../../../src/errors.js'
import { contentHash } from '../../../src/domain/content-hash.js'
import { linesOf } from '../flags.js'
import type { CodeProblem } from '../problems.js'
import { heldOutOf, memorySpace, type HoldOut } from './hold-out.js'
import { createLeakFinder, type LeakFinder } from './leaks.js'
import { writerOf } from './memory-callers.js'

/** What went into the memory of a fold. */
export interface BuiltMemory {
  readonly fold: number
  readonly recorded: number
  /** Attempts at families under test. */
  readonly ofTested: number
  /** Attempts at other families that carry a solution or a problem under test. */
  readonly carrying: number
  readonly insights: number
}

const batchSize = 200

/**
 * Records the attempts that a fold's memory may hold, curates them by rule where insights are asked for, and closes an empty epoch before, so that
 * the memory can be asked as it was without insights. Doing it again changes nothing.
 */
export async function buildMemories(
  cairn: Cairn,
  input: {
    readonly held: HoldOut
    readonly problems: readonly CodeProblem[]
    readonly traces: string | undefined
    readonly seed: number
    /** Whether insights are drawn and approved too. */
    readonly withInsights: boolean
    readonly onProgress?: (text: string) => void
  }
): Promise<BuiltMemory[]> {
  await closeEmptyEpoch(cairn)
  const attempts = input.traces === undefined ? [] : linesOf<Attempt>('--traces', input.traces)
  const built: BuiltMemory[] = []
  for (let fold = 0; fold < input.held.folds; fold += 1) {
    const finder = createLeakFinder(heldOutOf(input.held, fold), input.problems)
    const chosen = chooseAttempts(attempts, input.problems, finder)
    input.onProgress?.(
      `memory ${fold + 1} of ${input.held.folds}: ${chosen.traces.length} attempts, ${chosen.ofTested} of tested families and ${chosen.carrying} that carry one left out`
    )
    const space = memorySpace(input.held, fold)
    const mine = cairn.as(writerOf(space))
    await ensureSpace(cairn, space)
    await recordAll(mine, chosen.traces)
    const { ofTested, carrying } = chosen
    const drawn = input.withInsights && chosen.traces.length > 0
    const insights = drawn ? await curate(mine, input.seed) : 0
    built.push({ fold, recorded: chosen.traces.length, ofTested, carrying, insights })
  }
  return built
}

/** A team's space, which keys can be made for. */
async function ensureSpace({ access, caller }: Cairn, id: string): Promise<void> {
  const there = await access.spaces({ ...caller, spaces: [id] })
  if (!there.some((space) => space.id === id)) await access.makeSpace({ id })
}

/** Before anything is approved, so that answers can be had as of a time without insights. */
async function closeEmptyEpoch(cairn: Cairn): Promise<void> {
  const [latest] = await cairn.epochs()
  if ((latest?.number ?? 1) > emptyEpoch) return
  const { closed, inForce } = await cairn.closeEpoch({ by: curatorName, note: 'nothing yet' })
  if (closed === emptyEpoch && inForce === 0) return
  throw new CairnError(
    'CONFLICT',
    `Epoch ${closed} of the public space was closed with ${inForce} insights in force; name a --home with documentation only.`
  )
}

interface Chosen {
  readonly traces: readonly unknown[]
  readonly ofTested: number
  readonly carrying: number
}

function chooseAttempts(
  attempts: readonly Attempt[],
  problems: readonly CodeProblem[],
  finder: LeakFinder
): Chosen {
  const byId = new Map(problems.map((problem) => [problem.id, problem]))
  let ofTested = 0
  let carrying = 0
  const traces = attempts.flatMap((attempt) => {
    const problem = byId.get(attempt.problem)
    if (problem === undefined) return []
    if (finder.ofFamily(problem.family) !== null) {
      ofTested += 1
      return []
    }
    const origin = byId.get(attempt.solution_of ?? '')
    const carries = origin !== undefined && finder.ofFamily(origin.family) !== null
    const text = [problem.prompt, attempt.code, attempt.error ?? ''].join('\n')
    if (carries || finder.inText(text) !== null) {
      carrying += 1
      return []
    }
    return [{ ...traceOf(attempt, problem), agent: { name: agentOf(attempt) } }]
  })
  return { traces, ofTested, carrying }
}

/** Attempts are dealt over a few agents by their content, since insights ask for independent ones. */
function agentOf({ kind, problem, code }: Attempt): string {
  const number = (Number.parseInt(contentHash(problem, code).slice(0, 8), 16) % agentCount) + 1
  return `attempt-${kind}-${number}`
}

async function recordAll(cairn: Cairn, traces: readonly unknown[]): Promise<void> {
  for (let at = 0; at < traces.length; at += batchSize) {
    const receipts = await cairn.recordTraces(traces.slice(at, at + batchSize))
    const refused = receipts.find(({ status }) => status === 'rejected')
    if (refused !== undefined)
      throw new CairnError(
        'BAD_SOURCE',
        `An attempt of --traces was refused: ${refused.path ?? ''} ${refused.reason ?? ''}.`
      )
  }
  await cairn.jobs.idle()
}

async function curate(mine: Cairn, seed: number): Promise<number> {
  const { id } = await mine.curate({ seed })
  await mine.jobs.idle()
  const job = await mine.jobs.get(id)
  if (job.state !== 'done') throw new Error(`${job.code ?? ''} ${job.message ?? 'curation failed'}`)
  await curateByRule(mine)
  const [epoch] = await mine.epochs()
  return epoch?.inForce ?? 0
}
