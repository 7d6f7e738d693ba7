import type { Database } from '../graph/database.js'
import { curationState, lookAgain, queueCandidates, setCurationState } from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'
import type { CurateInput } from './curation-job.js'
import { readKnownInsights } from './known-insights.js'
import { markNews, readNews, type RunAt } from './news.js'
import { proposeNotes } from './notes/propose-notes.js'
import { countOutcomes, type CurationReport } from './outcome.js'
import { curationId, takeLock } from './run-lock.js'

export type { CurationReport } from './outcome.js'

export interface CurateDeps {
  readonly db: Database
  readonly embedder: Embedder
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
type Phase = 'marking' | 'working' | 'done'

/**
 * Takes what came in since the last run and proposes each behaviour that field notes tell of. Everything that it
 * decides is written down with its consequences, so a run that was stopped is gone on with by the next, under
 * its number, and ends in the same graph.
 * @throws CairnError ALREADY_RUNNING, CANCELLED, DISK_FULL, GRAPH_UNAVAILABLE, MODEL_UNAVAILABLE (of the embedder)
 */
async function curate(
  deps: CurateDeps,
  { seed, again, space }: CurateInput & { readonly space: string },
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
    const at: RunAt = {
      db,
      lock,
      space,
      run: resumed ? before.run : before.run + 1,
      seed: resumed ? before.seed : seed,
      signal: run.signal
    }
    if (again) await forgetLooks(at)
    if (!resumed || before.phase === 'marking') {
      await enter(at, 'marking')
      await markNews(at)
      await enter(at, 'working')
    }
    const report = await work(deps, at, run)
    const seconds = Math.round(performance.now() - started) / 1000
    return { ...report, resumed, seconds }
  } finally {
    await lock.release()
  }
}

async function forgetLooks({ db, lock, space }: RunAt): Promise<void> {
  await db.write(async (tx) => {
    await lock.hold(tx)
    await tx.run(lookAgain, { space })
  })
}

async function enter({ db, lock, space, run, seed }: RunAt, phase: Phase): Promise<void> {
  await db.write(async (tx) => {
    await lock.hold(tx)
    await tx.run(setCurationState, { id: curationId(space), run, phase, seed })
  })
}

async function work(
  { embedder }: CurateDeps,
  at: RunAt,
  progress: CurateRun
): Promise<Omit<CurationReport, 'resumed' | 'seconds'>> {
  const news = await readNews(at)
  const known = await readKnownInsights(at.db, at.space)
  progress.report(0, 0)
  const outcomes = await proposeNotes({ ...at, embedder }, known, (done) => {
    progress.report(done, done)
  })
  const queued = await finishRun(at, news.problems.length > 0 || outcomes.length > 0)
  return {
    run: at.run,
    traces: news.traces,
    lessons: news.lessons,
    problems: news.problems.length,
    ...countOutcomes(outcomes),
    queued,
    wordedByChat: 0,
    withoutChat: null
  }
}

/** Candidates are queued only now: what comes later in the run may still flag them. A run that found nothing leaves no mark. */
async function finishRun(
  { db, lock, space, run, seed }: RunAt,
  hasFound: boolean
): Promise<number> {
  return db.write(async (tx) => {
    await lock.hold(tx)
    const [row] = await tx.run(queueCandidates, { space })
    const id = curationId(space)
    await tx.run(setCurationState, { id, run: hasFound ? run : run - 1, phase: 'done', seed })
    return row?.queued ?? 0
  })
}
