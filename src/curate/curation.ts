import type { GapClass } from '../domain/insight.js'
import type { Database } from '../graph/database.js'
import { curationPlan, curationState, queueCandidates, setCurationState } from '../graph/queries.js'
import type { ChatModel } from '../model/chat.js'
import type { Embedder } from '../model/embedder.js'
import type { CurateInput } from './curation-job.js'
import { curateClusters } from './curate-clusters.js'
import { readKnownInsights } from './known-insights.js'
import { countOutcomes, type ClusterOutcome, type CurationReport } from './outcome.js'
import type { NumberedCluster, Working } from './pending.js'
import {
  forgetPlan,
  markNews,
  planPrefix,
  planRun,
  readNews,
  type News,
  type RunAt
} from './plan-run.js'
import { curationId, takeLock, throwIfStopped } from './run-lock.js'
import { proposeNotes } from './notes/propose-notes.js'
import { createRunMemory } from './run-memory.js'
import { wordCandidates, type Worded } from './word-candidates.js'

export type { CurationReport } from './outcome.js'

export interface CurateDeps {
  readonly db: Database
  readonly embedder: Embedder
  /** Words insights where one is configured; without it the rules do. */
  readonly chat: ChatModel | null
  /** @throws CairnError DISK_FULL */
  requireSpace(): Promise<void>
}

export interface CurateRun {
  readonly signal: AbortSignal
  report(done: number, total: number): void
}

/** What a curation job does. */
export function curationWork(
  deps: CurateDeps
): (input: unknown, run: CurateRun) => Promise<CurationReport> {
  return (input, run) => curate(deps, input as CurateInput & { space: string }, run)
}

/** How far a run has come, as it is written down: whatever comes after a phase has not begun. */
type Phase = 'marking' | 'planning' | 'working' | 'done'

/**
 * Takes what came in since the last run, clusters it and proposes insights. Everything that it decides
 * is written down with its consequences, so a run that was stopped is gone on with by the next, under
 * the seed that it began with, and ends in the same graph.
 * @throws CairnError ALREADY_RUNNING, CANCELLED, DISK_FULL, GRAPH_UNAVAILABLE, MODEL_UNAVAILABLE (of the embedder)
 */
async function curate(
  deps: CurateDeps,
  { seed, space }: CurateInput & { readonly space: string },
  run: CurateRun
): Promise<CurationReport> {
  const started = performance.now()
  await deps.requireSpace()
  const { db } = deps
  const lock = await takeLock(db, space, run.signal)
  try {
    const [state] = await db.run(curationState, { id: curationId(space) })
    const before = state ?? { run: 0, phase: 'done', seed }
    const resumed = before.phase !== 'done'
    const number = resumed ? before.run : before.run + 1
    const at = {
      db,
      lock,
      space,
      run: number,
      seed: resumed ? before.seed : seed,
      signal: run.signal
    }
    const prepared = await prepare(at, resumed ? before.phase : 'none')
    const report = await work(deps, at, { ...prepared, progress: run })
    const seconds = Math.round(performance.now() - started) / 1000
    return { ...report, resumed, seconds }
  } finally {
    await lock.release()
  }
}

interface Prepared {
  readonly news: News
  readonly clusters: readonly PlanRow[]
}

interface PlanRow extends NumberedCluster {
  readonly outcome: string | null
}

/** Marks what is new and clusters it, or takes both from where the run was stopped. */
async function prepare(at: RunAt, phase: string): Promise<Prepared> {
  if (phase === 'none') await enter(at, 'marking')
  if (phase === 'none' || phase === 'marking') {
    await markNews(at)
    await enter(at, 'planning')
  }
  const news = await readNews(at)
  if (phase !== 'working') {
    await (news.problems.length > 0 ? planRun(at, news) : forgetPlan(at))
    await enter(at, 'working')
  }
  const rows = await at.db.run(curationPlan, { prefix: planPrefix(at.space) })
  return { news, clusters: rows.map((row) => ({ ...row, gap: row.gap as GapClass })) }
}

async function enter({ db, lock, space, run, seed }: RunAt, phase: Phase): Promise<void> {
  await db.write(async (tx) => {
    await lock.hold(tx)
    await tx.run(setCurationState, { id: curationId(space), run, phase, seed })
  })
}

async function work(
  deps: CurateDeps,
  at: RunAt,
  { news, clusters, progress }: Prepared & { readonly progress: CurateRun }
): Promise<Omit<CurationReport, 'resumed' | 'seconds'>> {
  const isIdle = clusters.length === 0
  const known = await readKnownInsights(at.db, at.space)
  const working: Working = { ...at, deps: { ...deps, memory: createRunMemory() }, known }
  const outcomes: ClusterOutcome[] = []
  progress.report(0, clusters.length)
  for (let i = 0; i < clusters.length; i += together) {
    throwIfStopped(at.signal)
    const some = clusters.slice(i, i + together)
    outcomes.push(...(doneBefore(some) ?? (await curateClusters(working, some))))
    progress.report(outcomes.length, clusters.length)
  }
  outcomes.push(...(await proposeNotes(working, known)))
  const worded = isIdle ? { byChat: 0, reason: null } : await wordCandidates(working, deps.chat)
  const queued = await finishRun(at, news)
  return {
    run: at.run,
    traces: news.traces,
    lessons: news.lessons,
    problems: news.problems.length,
    ...countOutcomes(outcomes),
    queued,
    ...wordedOf(worded, deps.chat)
  }
}

/** Clusters that are read and written together, each such group in one transaction. */
const together = 20

/** What became of clusters before the run was stopped; null where they were not reached. */
function doneBefore(clusters: readonly PlanRow[]): ClusterOutcome[] | null {
  const outcomes = clusters.flatMap(({ outcome }) =>
    outcome === null ? [] : [JSON.parse(outcome) as ClusterOutcome]
  )
  return outcomes.length === clusters.length ? outcomes : null
}

function wordedOf(
  { byChat, reason }: Worded,
  chat: ChatModel | null
): Pick<CurationReport, 'wordedByChat' | 'withoutChat'> {
  const withoutChat = chat === null ? 'no chat model is configured' : reason
  return { wordedByChat: byChat, withoutChat }
}

/** Candidates are queued only now: a cluster later in the run may still have added to them. */
async function finishRun(at: RunAt, news: News): Promise<number> {
  const { db, lock, space, seed } = at
  // A run that found nothing leaves no mark.
  const run = news.problems.length === 0 ? at.run - 1 : at.run
  const queued = await db.write(async (tx) => {
    await lock.hold(tx)
    const [row] = await tx.run(queueCandidates, { space })
    await tx.run(setCurationState, { id: curationId(space), run, phase: 'done', seed })
    return row?.queued ?? 0
  })
  // What a kill leaves of the plan here, the next run clears away.
  await forgetPlan(at)
  return queued
}
