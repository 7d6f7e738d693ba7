import { availableParallelism } from 'node:os'
import { callerVerbs, type CallerVerbs, type Shared } from './caller-verbs.js'
import { rootsOf, type Config } from './config.js'
import { itself, type Caller } from './domain/caller.js'
import type { Status } from './domain/status.js'
import { deleteAgain } from './delete/deletion.js'
import { tombstoneFile, tombstonesOf } from './delete/tombstones.js'
import { openGraph, type Graph } from './graph/open-graph.js'
import { reembed } from './ingest/reembed.js'
import { jobKinds } from './job-kinds.js'
import { createJobs } from './jobs/jobs.js'
import { resumeJobs } from './jobs/resume-jobs.js'
import type { Log } from './log.js'
import type { Embedder } from './model/embedder.js'
import { observedEmbedder } from './model/observed-embedder.js'
import { unobserved, type Observer } from './domain/observer.js'
import type { BackupHeader } from './operate/backup-file.js'
import { openKept } from './operate/keep-before-upgrade.js'
import { keepHours } from './operate/overview/keep-hours.js'
import { workloadOf, workloadText } from './operate/workload.js'
import { restoreBackup, type RestoreOptions } from './operate/restore.js'
import { rankingJob } from './retrieve/ranking/learn-ranking.js'
import type { RankingWeights } from './retrieve/ranking-weights.js'
import type { RetrieveDeps } from './retrieve/retrieve.js'
import { openEmbedder, readiness, startUp } from './start-up.js'
import { createTraceReading } from './traces/trace-reading.js'
import { createLessonJob } from './traces/lesson-job.js'
import { settleWaiting } from './traces/notes/settle-waiting.js'
import { wholeOf, type Parts, type Whole } from './whole.js'
import { createWidening } from './widened.js'

export interface CairnDeps {
  readonly log: Log
  /** Told what start-up is doing, for a person who waits. */
  readonly onProgress?: (step: string) => void
  /** In place of the embedder that the configuration names. */
  readonly embedder?: Embedder
  /** In place of the weights that Cairn comes with; for eval. */
  readonly weights?: RankingWeights
  /** A graph that is being opened already; it is closed with Cairn. */
  readonly graph?: Promise<Graph>
  /** Told of all that is done. */
  readonly observer?: Observer
}

/** Cairn as a value: what every door, the demo, the tests and eval call. */
export interface Cairn extends Whole, CallerVerbs {
  readonly jobs: CallerVerbs['jobs'] & {
    /** Resolves when no job is queued or running. */
    idle(): Promise<void>
  }
  status(): Promise<Status>
  /** How much work there is in the caller's sight, as text for Prometheus. */
  workloadText(): Promise<string>
  /** The same verbs as this caller may use them: in his spaces, under his name. */
  as(caller: Caller): Cairn
}

export type { Access } from './access/access.js'
export type { Identity } from './access/identity.js'
export type { Principal } from './access/principals.js'
export type { Space } from './access/spaces.js'
export type { About, LibraryCount, LibrarySource, Status } from './domain/status.js'
export type { OldVersion } from './ingest/prune-libraries.js'
export type { FolderListing } from './ingest/packages/allowed-folders.js'
export type { SourcePreview } from './ingest/packages/preview-source.js'
export type { LibraryRemoval } from './ingest/remove-library.js'
export { openEmbedder as chooseEmbedder } from './start-up.js'
export type { Embedder } from './model/embedder.js'
export { backupLines, readHeader, readingFailure } from './operate/backup-file.js'
export type { BackupHeader } from './operate/backup-file.js'
export type { Found } from './retrieve/search.js'
export type { Job } from './jobs/jobs.js'
export type { Why } from './retrieve/why.js'
export type { Neighborhood } from './retrieve/neighborhood.js'
export type { InsightAtAGlance, InsightUses } from './retrieve/lists.js'
export type { InsightBrief } from './insight/queue.js'
export type { OpenedNode } from './retrieve/open-node.js'
export type { ReviewedInsight } from './insight/record-insights.js'
export type { ImportCount, ImportSummary } from './traces/import-summary.js'
export type { ImportInput } from './traces/import-traces.js'
export type { BankedLesson } from './traces/lessons-for.js'
export type { NextStep } from './traces/next-step.js'
export type { ResolvedError } from './traces/resolve-error.js'
export { outcomeJudges, type OutcomeJudge } from './traces/canonical-trace.js'
export type { TraceInput } from './traces/trace-input.js'
export type { TraceReceipt } from './traces/trace-receipt.js'

/**
 * Opens the graph, chooses the embedder that fits it, resumes unfinished jobs, and returns the verbs.
 * @throws CairnError as openGraph and chooseEmbedder do
 */
export async function createCairn(config: Config, deps: CairnDeps): Promise<Cairn> {
  const graph = await (deps.graph ?? openKept(config, deps))
  try {
    const { log, observer = unobserved } = deps
    const opened = await startUp({
      graph,
      config,
      log,
      embedder: deps.embedder,
      onProgress: deps.onProgress
    })
    const { weights } = deps
    return compose({
      config,
      graph,
      opened: { ...opened, embedder: observedEmbedder(opened.embedder, observer) },
      log,
      observer,
      weights
    })
  } catch (error) {
    await graph.close()
    throw error
  }
}

/**
 * Makes every vector anew with the embedder that the configuration names.
 * @returns how many nodes were embedded in this run, and by what
 */
export async function reembedGraph(
  config: Config,
  deps: CairnDeps,
  options: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void }
): Promise<{ embedder: string; nodes: number }> {
  const graph = await openKept(config, deps)
  try {
    const embedder =
      deps.embedder ??
      (await openEmbedder({
        config,
        remembered: null,
        log: deps.log,
        ...(deps.onProgress && { onProgress: deps.onProgress })
      }))
    const nodes = await reembed({ db: graph.db, embedder }, options)
    await embedder.close()
    return { embedder: embedder.id, nodes }
  } finally {
    await graph.close()
  }
}

/**
 * Puts a backup into an empty graph, without what was deleted since: as the home's tombstones say, and those of the
 * file that is named as `deletions`.
 * @throws CairnError as openGraph and restoreBackup do
 */
export async function restoreGraph(
  config: Config,
  deps: CairnDeps,
  restore: RestoreOptions & { readonly file: string; readonly deletions?: string }
): Promise<BackupHeader> {
  const graph = await openGraph(config, { ...deps, halfRestored: true })
  try {
    const deletions = tombstonesOf(config.home, restore.deletions)
    const header = await restoreBackup(graph.db, restore.file, restore)
    await deleteAgain(graph.db, deletions)
    return header
  } finally {
    await graph.close()
  }
}

/** What all callers share, and the verbs of each. */
function compose(parts: Parts): Cairn {
  const { graph, config, log, observer, weights } = parts
  const { embedder, shelf, warm, reranker, chat } = parts.opened
  const { db } = graph
  const forget = () => {
    shelf.forget()
  }
  const workers = config.workers > 0 ? config.workers : Math.max(1, availableParallelism() - 1)
  const bringing = {
    home: config.home,
    registries: { npm: config.npmRegistry, pypi: config.pypiIndex }
  }
  const reading = createTraceReading(workers)
  const recording = { db, embedder, reading, requireSpace: () => graph.requireSpace() }
  const lessons = createLessonJob({ ...recording, chat })
  const haveLessons = (space: string) => lessons.soon(space, (job) => jobs.start(job))
  const asking: RetrieveDeps = {
    db,
    embedder,
    shelf,
    reranker,
    observer,
    ...(weights && { weights })
  }
  const kinds = jobKinds({
    recording,
    curating: recording,
    lessons: lessons.work,
    haveLessons,
    haveRanking: (space) => jobs.start({ ...rankingJob(space), space }),
    asking,
    workers,
    bringing,
    forget
  })
  const jobs = createJobs({ db, log, kinds })
  const leftovers = () => settleWaiting(recording)
  const unfinished = resumeJobs(jobs, { started: warm, leftovers, log })
  const shared: Shared = {
    ...asking,
    jobs,
    bringing,
    roots: rootsOf(config),
    recording,
    haveLessons,
    forget,
    ready: readiness(parts.opened),
    widened: createWidening(chat, config.widen),
    withholdShare: config.withholdPercent / 100,
    tombstones: tombstoneFile(config.home)
  }
  const hours = keepHours(db, { started: warm, log })
  const stopJobs = () => Promise.all([hours.stop(), unfinished.stop()]).then(() => jobs.close())
  const whole = wholeOf(parts, () => stopJobs().then(() => reading.close()))
  const idle = () => unfinished.now().then(() => jobs.idle())
  return seenBy(itself, { whole, shared, idle })
}

/** The verbs of one caller, beside what is the same for all. */
function seenBy(caller: Caller, of: Composed): Cairn {
  const { whole, shared, idle } = of
  const verbs = callerVerbs(shared, caller)
  const status = async () => {
    const [nodes, edges] = await Promise.all([verbs.nodeCounts(), verbs.edgeCounts()])
    return { ...whole.about, nodes, edges }
  }
  const workload = { workloadText: () => workloadOf(shared.db, caller).then(workloadText) }
  const as = (other: Caller) => seenBy(other, of)
  return { ...whole, as, ...verbs, ...workload, jobs: { ...verbs.jobs, idle }, status }
}

interface Composed {
  readonly whole: Whole
  readonly shared: Shared
  readonly idle: () => Promise<void>
}
