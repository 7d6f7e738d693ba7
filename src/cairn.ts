import { availableParallelism } from 'node:os'
import { createAsking, type Asking } from './asking.js'
import type { Config } from './config.js'
import { curationJob, type CurateInput } from './curate/curation.js'
import type { About, LibraryCount, Status } from './domain/status.js'
import type { Database } from './graph/database.js'
import { exportGraph, type ExportLine } from './graph/export-graph.js'
import { edgeCounts, nodeCounts } from './graph/counts.js'
import { openGraph, type Graph } from './graph/open-graph.js'
import { libraryCounts, bareSearch, readMeta, whichExist } from './graph/queries.js'
import { checkIngestInput, type IngestInput } from './ingest/ingest-sources.js'
import { reembed } from './ingest/reembed.js'
import { recordInsight, type ReviewedInsight } from './insight/record-insights.js'
import { createReview, type Review } from './insight/review.js'
import { jobKinds } from './job-kinds.js'
import { createJobs, type Job, type Jobs } from './jobs/jobs.js'
import { takeUpLater } from './jobs/take-up.js'
import { createLearning, type Learning } from './learn/learning.js'
import type { Log } from './log.js'
import { chooseEmbedder } from './model/choose-embedder.js'
import type { Embedder } from './model/embedder.js'
import { createChat } from './model/openai-chat.js'
import { createLibraryShelf } from './retrieve/known-libraries.js'
import {
  neighborhood,
  type Neighborhood,
  type NeighborhoodQuestion
} from './retrieve/neighborhood.js'
import { openNode, type OpenedNode } from './retrieve/open-node.js'
import { startUp, type Opened } from './start-up.js'
import { createExperience, importJob, type Experience } from './traces/experience.js'
import type { ImportInput } from './traces/import-traces.js'
import { createLessonJob } from './traces/lesson-job.js'
import { createWidening } from './widened.js'

export interface CairnDeps {
  readonly log: Log
  /** Told what start-up is doing, for a person who waits. */
  readonly onProgress?: (step: string) => void
  /** In place of the embedder that the configuration names. */
  readonly embedder?: Embedder
  /** A graph that is being opened already; it is closed with Cairn. */
  readonly graph?: Promise<Graph>
}

/** Cairn as a value: what every door, the demo, the tests and eval call. */
export interface Cairn extends Asking, Experience, Learning, Review {
  open(id: string): Promise<OpenedNode>
  neighborhood(question: NeighborhoodQuestion): Promise<Neighborhood>
  libraries(): Promise<LibraryCount[]>
  /** Queues documentation to be taken in; acknowledged once the job is written down. */
  ingest(input: Omit<IngestInput, 'space' | 'reader'> & { reader: string }): Promise<Job>
  readonly jobs: Pick<Jobs, 'get' | 'list' | 'cancel' | 'idle'>
  /** Queues files of traces to be taken in; acknowledged once the job is written down. */
  importTraces(input: ImportInput): Promise<Job>
  /** Queues a run that clusters what came in since the last one and proposes insights. */
  curate(input: Partial<CurateInput>): Promise<Job>
  recordInsight(insight: ReviewedInsight): Promise<string>
  /** The least that any answer to this text could take, in milliseconds: its vector and one bare vector query. For eval. */
  floor(text: string): Promise<number>
  readonly about: About
  /** How many nodes of each label there are; looks at all of them. */
  nodeCounts(): Promise<Record<string, number>>
  edgeCounts(): Promise<Record<string, number>>
  status(): Promise<Status>
  /** Which of these ids are sections of documentation here. */
  exist(ids: readonly string[]): Promise<ReadonlySet<string>>
  /** The graph as ordered lines: equal graphs give equal lines. */
  exportLines(): AsyncIterable<ExportLine>
  /** Whether the graph answers now; never throws. */
  health(): Promise<{ readonly graph: 'up' | 'down'; readonly embedder: string }>
  close(): Promise<void>
}

export type { About, LibraryCount, Status } from './domain/status.js'
export { chooseEmbedder } from './model/choose-embedder.js'
export type { Embedder } from './model/embedder.js'
export type { Found } from './retrieve/search.js'
export type { Job } from './jobs/jobs.js'
export type { Neighborhood } from './retrieve/neighborhood.js'
export type { OpenedNode } from './retrieve/open-node.js'
export type { ReviewedInsight } from './insight/record-insights.js'
export type { ImportCount, ImportSummary } from './traces/import-summary.js'
export type { ImportInput } from './traces/import-traces.js'
export type { BankedLesson } from './traces/lessons-for.js'
export type { NextStep } from './traces/next-step.js'
export type { ResolvedError } from './traces/resolve-error.js'
export type { TraceInput } from './traces/trace-input.js'
export type { TraceReceipt } from './traces/trace-receipt.js'

/** Until there is access control everything lives in the public space. */
const space = 'public'

/**
 * Opens the graph, chooses the embedder that fits it, takes up unfinished jobs, and returns the verbs.
 * @throws CairnError as openGraph and chooseEmbedder do
 */
export async function createCairn(config: Config, deps: CairnDeps): Promise<Cairn> {
  const graph = await (deps.graph ?? openGraph(config, deps))
  try {
    const { log } = deps
    const opened = await startUp({ graph, config, log, embedder: deps.embedder })
    return afterWarming(compose({ config, graph, opened, log }), opened)
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
  const graph = await openGraph(config, deps)
  try {
    const embedder =
      deps.embedder ?? (await chooseEmbedder({ config, remembered: null, log: deps.log }))
    const nodes = await reembed({ db: graph.db, embedder }, options)
    await embedder.close()
    return { embedder: embedder.id, nodes }
  } finally {
    await graph.close()
  }
}

/** The first question waits for the plans that are being made, and has its encoder loaded meanwhile. */
function afterWarming(cairn: Cairn, { warm, embedder }: Opened): Cairn {
  let loaded: Promise<unknown> | undefined
  const ready = () => {
    // If it fails, the question itself says so.
    loaded ??= Promise.all([warm, embedder.warm?.().catch(() => undefined)])
    return loaded
  }
  return {
    ...cairn,
    recommend: (...asked) => ready().then(() => cairn.recommend(...asked)),
    search: (...asked) => ready().then(() => cairn.search(...asked))
  }
}

interface Parts {
  readonly config: Config
  readonly graph: Graph
  readonly opened: Opened
  readonly log: Log
}

function compose(parts: Parts): Cairn {
  const { graph, config, log } = parts
  const { embedder, warm, reranker } = parts.opened
  const { db } = graph
  const shelf = createLibraryShelf(db)
  const spaces = [space]
  const workers = config.workers > 0 ? config.workers : Math.max(1, availableParallelism() - 1)
  const asking = { db, embedder, shelf, reranker }
  const chat = createChat(config)
  const widened = createWidening(chat, config.widen)
  const recording = { db, embedder, requireSpace: () => graph.requireSpace() }
  const about = aboutOf(graph, embedder)
  const forget = () => {
    shelf.forget()
  }
  const curating = { ...recording, chat }
  const lessons = createLessonJob(curating, space)
  const haveLessons = () => lessons.soon((job) => jobs.start(job))
  const working = { recording, curating, lessons: lessons.work, haveLessons, workers, forget }
  const jobs = createJobs({ db, log, kinds: jobKinds(working) })
  const unfinished = takeUpLater(jobs, warm, log)
  const experience = createExperience(recording, space)
  return {
    ...createAsking({ ...asking, widened, withholdShare: config.withholdPercent / 100 }, spaces),
    open: (id) => openNode(db, id, spaces),
    neighborhood: (question) => neighborhood(db, question, spaces),
    libraries: () => db.run(libraryCounts, { spaces }),
    ingest: (input) => startIngestion(jobs, input),
    jobs: { ...jobs, idle: () => unfinished.now().then(() => jobs.idle()) },
    ...experience,
    recordTraces: async (traces, options) => {
      const receipts = await experience.recordTraces(traces, options).finally(forget)
      if (receipts.some(({ status }) => status === 'accepted')) await haveLessons()
      return receipts
    },
    importTraces: async (input) => jobs.start(importJob(input, space)),
    curate: async (input) => jobs.start(curationJob(input, space)),
    ...createLearning(asking, space),
    ...createReview(asking, space),
    recordInsight: (insight) => recordInsight(asking, insight, space).finally(forget),
    about,
    nodeCounts: () => nodeCounts(db),
    edgeCounts: () => edgeCounts(db),
    status: async () => ({ ...about, nodes: await nodeCounts(db), edges: await edgeCounts(db) }),
    floor: (text) => floorOf(db, embedder, text),
    exist: async (ids) => new Set((await db.run(whichExist, { ids, spaces })).map((row) => row.id)),
    exportLines: () => exportGraph(db),
    health: async () => ({ graph: await upOrDown(db), embedder: embedder.id }),
    close: async () => {
      await unfinished.forget()
      await jobs.close()
      await embedder.close()
      await reranker?.close()
      await graph.close()
    }
  }
}

async function startIngestion(
  jobs: Jobs,
  input: Omit<IngestInput, 'space' | 'reader'> & { reader: string }
): Promise<Job> {
  const reader = checkIngestInput(input)
  const [first = ''] = input.sources
  const label = `${reader} ${input.sources.length === 1 ? first : `${input.sources.length} sources`}`
  return jobs.start({ kind: 'ingest', label, input: { ...input, reader, space } })
}

async function floorOf(db: Database, embedder: Embedder, text: string): Promise<number> {
  const started = performance.now()
  const [vector = new Float32Array(embedder.dimensions)] = await embedder.embed([text])
  await db.run(bareSearch, { vector: Array.from(vector), limit: 10 })
  return performance.now() - started
}

function upOrDown(db: Database): Promise<'up' | 'down'> {
  return db.run(readMeta, {}).then(
    () => 'up',
    () => 'down'
  )
}

function aboutOf(graph: Graph, embedder: Embedder): About {
  return {
    embedder: embedder.id,
    dimensions: embedder.dimensions,
    graph: graph.uri,
    browserUrl: graph.browserUrl,
    neo4jPid: graph.pid
  }
}
