import { createAsking, type Asking, type FindNotes } from './asking.js'
import { curationJob, type CurateInput } from './curate/curation-job.js'
import { atLeast, nameOf, publicSpace, roleIn, spacesAs, type Caller } from './domain/caller.js'
import { defangedProperties, unlessInstructing } from './domain/defanged.js'
import { deleteContribution, type Deleted, type DeletionInput } from './delete/deletion.js'
import { CairnError } from './errors.js'
import { whichExist } from './graph/queries.js'
import type { Bringing } from './ingest/packages/bring-source.js'
import { recordInsight, type ReviewedInsight } from './insight/record-insights.js'
import { createQueueWatch, type QueueChange } from './insight/queue-changes.js'
import { flagReported } from './insight/flag-reported.js'
import { createReview, type Review } from './insight/review.js'
import type { Job, Jobs, JobsInSight } from './jobs/jobs.js'
import { libraryVerbs, type LibraryVerbs } from './library-verbs.js'
import type { Learning } from './learn/learning.js'
import { learningVerbs } from './learning-verbs.js'
import { overviewOf, type Overview, type OverviewRange } from './operate/overview/overview.js'
import { requireCurator, spaceOfId, writableSpaceOf } from './placed.js'
import { settleWaiting } from './traces/notes/settle-waiting.js'
import { joinedNotes, notesAbout, notesLearnedIn, notesNamed } from './traces/notes-about.js'
import type { NodeBrief } from './retrieve/brief-nodes.js'
import type { OpenedNode } from './retrieve/open-node.js'
import { createExplorer, type Explorer } from './retrieve/explorer.js'
import { rankingJob } from './retrieve/ranking/learn-ranking.js'
import { createRanking, type Ranking } from './retrieve/ranking/ranking.js'
import { createLists, type Lists } from './retrieve/lists.js'
import type { RetrieveDeps } from './retrieve/retrieve.js'
import { createExperience, importJob, type Experience } from './traces/experience.js'
import type { ImportInput } from './traces/import-traces.js'
import { reportNote, type NoteReport } from './traces/notes/report-note.js'
import { observeRun, type ObservedRun, type RunInput } from './traces/observe-run.js'

/** What one caller can do and see. */
export interface CallerVerbs
  extends Asking, Experience, Learning, Review, Ranking, Explorer, Lists, LibraryVerbs {
  readonly caller: Caller
  readonly jobs: JobsInSight
  /** Queues files of traces to be taken in; acknowledged once the job is written down. */
  importTraces(input: ImportInput): Promise<Job>
  /** Queues a run that clusters what came in since the last one and proposes insights. */
  curate(input: Partial<CurateInput>): Promise<Job>
  /** Queues the learning of the order of documentation from the problems that were solved in the caller's space. */
  learnRanking(): Promise<Job>
  /** Says that a field note is wrong or out of date: it weighs less at once, and goes to the curators. */
  reportNote(report: NoteReport): Promise<NoteInDoubt>
  /** Notes what a runner saw of an attempt: that is how it ended, whatever its agent says. */
  recordRun(run: RunInput): Promise<ObservedRun>
  recordInsight(insight: ReviewedInsight): Promise<string>
  /** Deletes a contribution, or all of a principal or space, with what rests on it alone. */
  deleteContribution(input: DeletionInput): Promise<Deleted>
  /** A space in sight at a glance, the caller's own unless told. */
  overview(range: OverviewRange, space?: string | null): Promise<Overview>
  /** Looks, again and again, for what changed in the curators' queue. */
  watchQueue(): () => Promise<QueueChange[]>
  /** Which of these ids are sections of documentation in sight. */
  exist(ids: readonly string[]): Promise<ReadonlySet<string>>
}

/** What became of a field note that somebody says is wrong. */
export interface NoteInDoubt {
  readonly note: string
  /** How much it counts now, 0 to 1; at 0 it is not shown. */
  readonly weight: number
  /** Ids of the insights that are flagged for it now. */
  readonly flagged: readonly string[]
}

/** What the verbs of all callers share. */
export interface Shared extends RetrieveDeps {
  readonly jobs: Jobs
  /** How packages are fetched and uploads unpacked. */
  readonly bringing: Bringing
  /** Folders that documentation may be picked from. */
  readonly roots: readonly string[]
  readonly recording: Parameters<typeof createExperience>[0]
  readonly haveLessons: (space: string) => Promise<void>
  /** Says that what is remembered of the graph is stale. */
  readonly forget: () => void
  /** Resolves when questions can be answered at their usual speed. */
  readonly ready: () => Promise<unknown>
  readonly widened: Parameters<typeof createAsking>[0]['widened']
  readonly withholdShare: number
  /** Where deletions are written down beside the graph. */
  readonly tombstones: string
}

export function callerVerbs(shared: Shared, caller: Caller): CallerVerbs {
  const { db, forget } = shared
  const { space, spaces } = caller
  const asker = { principal: caller.id, session: caller.session ?? null }
  return {
    caller,
    ...afterWarming(
      createAsking({ ...shared, findNotes: notesOf(shared) }, { spaces, asker }),
      shared.ready
    ),
    ...readableBy(caller, createExplorer({ db }, spaces, spacesAs(caller, 'analyst'))),
    ...createLists({ db }, spaces),
    ...createRanking(db, { space, embedder: shared.embedder.id, forget }),
    ...libraryVerbs(shared, caller),
    ...longWork(shared, caller),
    ...experience(shared, caller),
    ...learningVerbs(shared, caller),
    ...review(shared, caller),
    reportNote: (report) => inDoubt(shared, caller, report),
    recordRun: (run) => {
      const at = { spaces: caller.writes, by: caller.id, now: Date.now() }
      return observeRun(shared.recording, run, at).finally(forget)
    },
    recordInsight: (insight) => {
      const reviewer = nameOf(caller, insight.reviewer)
      return recordInsight(shared, { ...insight, reviewer }, space).finally(forget)
    },
    deleteContribution: (input) => deleted(shared, caller, input).finally(forget),
    overview: (range, wanted) => overviewOf({ db, spaces }, wanted ?? space, range),
    watchQueue: () => createQueueWatch(db, spaces),
    exist: async (ids) => new Set((await db.run(whichExist, { ids, spaces })).map((row) => row.id))
  }
}

/** Notes that lost a witness are put beside the others again. Where no model answers, they wait for the next start. */
async function deleted(shared: Shared, caller: Caller, input: DeletionInput): Promise<Deleted> {
  const done = await deleteContribution(shared, input, caller)
  if (input.dryRun !== true)
    await settleWaiting(shared.recording).catch((error: unknown) => {
      if (!(error instanceof CairnError) || error.code !== 'MODEL_UNAVAILABLE') throw error
    })
  return done
}

/** Who reviews sees what was written; an agent, whom it may be meant for, sees it defanged. */
function readableBy(caller: Caller, explorer: Explorer): Explorer {
  const reviews = (space: unknown): boolean =>
    atLeast(roleIn(caller, typeof space === 'string' ? space : caller.space), 'analyst')
  const safe = (node: OpenedNode): OpenedNode =>
    reviews(node.properties['space'])
      ? node
      : { ...node, properties: defangedProperties(node.properties) }
  const named = <T extends { readonly nodes: readonly NodeBrief[] }>(found: T): T => ({
    ...found,
    nodes: found.nodes.map((node) =>
      reviews(node.space) ? node : { ...node, title: unlessInstructing(node.title) }
    )
  })
  return {
    ...explorer,
    open: async (id) => safe(await explorer.open(id)),
    openAll: async (ids) => (await explorer.openAll(ids)).map(safe),
    neighborhood: async (question) => named(await explorer.neighborhood(question)),
    expand: async (question) => named(await explorer.expand(question)),
    concerning: async (question) => named(await explorer.concerning(question)),
    subgraph: async (ids) => named(await explorer.subgraph(ids)),
    spaceMap: async () => {
      const map = await explorer.spaceMap()
      const { nodes } = named({ nodes: map.nodes.map(({ node }) => node) })
      return { ...map, nodes: map.nodes.map((one, i) => ({ ...one, node: nodes[i] ?? one.node })) }
    }
  }
}

/** Field notes about what a question needs: of documented APIs by id, of others as code calls them. */
function notesOf({ db }: Shared): FindNotes {
  return async ({ apis, names, roots, traces, spaces }) => {
    const found = await Promise.all([
      notesAbout(db, { apis, spaces }),
      notesNamed(db, { names, roots, spaces }),
      notesLearnedIn(db, { traces, spaces })
    ])
    return joinedNotes(found)
  }
}

function afterWarming(asking: Asking, ready: () => Promise<unknown>): Asking {
  return {
    ...asking,
    recommend: (...asked) => ready().then(() => asking.recommend(...asked)),
    search: (...asked) => ready().then(() => asking.search(...asked)),
    why: (...asked) => ready().then(() => asking.why(...asked))
  }
}

function longWork(
  { jobs }: Shared,
  { space, spaces, name: by }: Caller
): Pick<CallerVerbs, 'jobs' | 'importTraces' | 'curate' | 'learnRanking'> {
  return {
    jobs: jobs.seenFrom(spaces),
    importTraces: async (input) => jobs.start({ ...importJob(input, space), space, by }),
    curate: async (input) => jobs.start({ ...curationJob(input, space), space, by }),
    learnRanking: () => jobs.start({ ...rankingJob(space), space, by })
  }
}

/** Traces are their principal's, whatever names of agents they bear: independence is counted by that. */
function experience({ recording, forget, haveLessons }: Shared, caller: Caller): Experience {
  const { space, spaces } = caller
  const verbs = createExperience(recording, space, spaces)
  return {
    ...verbs,
    recordTraces: async (traces, options = {}) => {
      const to = options.space ?? space
      const receipts = await verbs
        .recordTraces(traces, { principal: caller.id, ...options })
        .finally(forget)
      if (receipts.some(({ status }) => status === 'accepted')) await haveLessons(to)
      return receipts
    }
  }
}

/** Flags what rests on the note; where nothing does, the run of curation that follows proposes it, flagged. */
async function inDoubt(shared: Shared, caller: Caller, report: NoteReport): Promise<NoteInDoubt> {
  const space = await writableSpaceOf(shared.db, report.note.trim(), caller)
  const by = nameOf(caller, null)
  const { note, text, weight, members } = await reportNote(shared.recording, report, {
    space,
    by: caller.id
  }).finally(shared.forget)
  const flagged = await flagReported(shared, { notes: members, text }, space)
  await shared.jobs.start({ ...curationJob({}, space), space, by })
  return { note, weight, flagged }
}

function review(shared: Shared, caller: Caller): Review {
  const here = createReview(shared, caller.space, caller.spaces)
  const { db } = shared
  const by = (input: { readonly by?: string | null }) => ({ by: nameOf(caller, input.by) })
  const deciding = async (id: string) => {
    await requireCurator(db, id, caller)
    return createReview(shared, await writableSpaceOf(db, id, caller), caller.spaces)
  }
  return {
    ...here,
    insight: async (id) =>
      createReview(shared, await spaceOfId(db, id, caller), caller.spaces).insight(id),
    decide: async (input) => (await deciding(input.insight)).decide({ ...input, ...by(input) }),
    publish: async (input) => {
      requirePublicWriter(caller)
      return (await deciding(input.insight)).publish({ ...input, ...by(input) })
    },
    revise: async (input) => {
      const [first] = input.sources
      const there = first === undefined ? here : await deciding(first.insight)
      return there.revise({ ...input, ...by(input) })
    },
    closeEpoch: (input) => here.closeEpoch({ ...input, ...by(input) }),
    rollBack: (input) => here.rollBack({ ...input, ...by(input) }),
    graphHealth: async () => here.graphHealth(await hurtingFor(shared, caller))
  }
}

/** Insights that are looked at, the most shown first. */
const mostMeasured = 500

/** Ids of the insights that are measured to hurt: a whole interval below zero. */
async function hurtingFor(shared: Shared, caller: Caller): Promise<string[]> {
  const measured = await learningVerbs(shared, caller).effects(mostMeasured)
  return measured.flatMap(({ insight, high }) => (high !== null && high < 0 ? [insight] : []))
}

function requirePublicWriter(caller: Caller): void {
  if (caller.writes.includes(publicSpace)) return
  throw new CairnError('FORBIDDEN', `${caller.name} may not write in the public space.`)
}
