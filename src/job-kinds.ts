import { curationWork, type CurateDeps } from './curate/curation.js'
import { ingestSources, type IngestInput } from './ingest/ingest-sources.js'
import type { Bringing } from './ingest/packages/bring-source.js'
import { pruneLibraries, type PruneInput } from './ingest/prune-libraries.js'
import { removeFromLibrary } from './ingest/remove-library.js'
import { flagChanged } from './insight/flag-changed.js'
import { publicSpace } from './domain/caller.js'
import type { Database } from './graph/database.js'
import type { JobWork } from './jobs/jobs.js'
import type { RetrieveDeps } from './retrieve/retrieve.js'
import { isRankingDue, learnRanking, rankingJobKind } from './retrieve/ranking/learn-ranking.js'
import { importWork } from './traces/experience.js'
import { lessonJobKind, type LessonJob } from './traces/lesson-job.js'
import { linkUses } from './traces/link-uses.js'

export interface Working {
  readonly recording: Parameters<typeof importWork>[0]
  readonly curating: CurateDeps
  readonly lessons: LessonJob['work']
  /** Queues the writing of lessons, where a chat model is configured. */
  readonly haveLessons: (space: string) => Promise<void>
  /** What questions are asked with: by the learning of their order. */
  readonly asking: RetrieveDeps
  /** Queues the learning of the order of documentation in a space. */
  readonly haveRanking: (space: string) => Promise<unknown>
  readonly workers: number
  /** How packages are fetched and uploads unpacked. */
  readonly bringing: Bringing
  /** Says that what is remembered of the graph is stale. */
  readonly forget: () => void
}

/** The work of each kind of job. Whatever it writes goes by way of its job, which somebody else may have by then. */
export function jobKinds(working: Working): Readonly<Record<string, JobWork>> {
  const { recording, curating, lessons, haveLessons, asking, forget } = working
  return {
    ingest: ingesting(working),
    'import-traces': async (input, run) => {
      const { db } = run
      const summary = await importWork({ ...recording, db })(input, run).finally(forget)
      await requireHeld(db)
      await haveLessons((input as { readonly space: string }).space)
      return summary
    },
    'remove-library': (input, run) => {
      const what = input as { readonly library: string; readonly source: string | null }
      return removeFromLibrary(run.db, what, run).finally(forget)
    },
    'prune-libraries': (input, run) =>
      pruneLibraries(run.db, input as PruneInput, run).finally(forget),
    [lessonJobKind]: lessons,
    curate: async (input, run) => {
      const { db } = run
      const report = await curationWork({ ...curating, db })(input, run).finally(forget)
      const { space } = input as { readonly space: string }
      if (!(await isRankingDue(db, space))) return report
      await requireHeld(db)
      await working.haveRanking(space)
      return report
    },
    [rankingJobKind]: (input, run) => {
      const { space } = input as { readonly space: string }
      const spaces = [...new Set([space, publicSpace])]
      return learnRanking({ ...asking, db: run.db }, { space, spaces }, run)
    }
  }
}

function ingesting({ recording, workers, bringing, forget }: Working): JobWork {
  return async (input, { db, ...context }) => {
    const deps = { ...recording, db, bringing }
    const run = { ...context, workers }
    const reports = await ingestSources(deps, input as IngestInput, run).finally(forget)
    const libraries = reports.map(({ library }) => library)
    const { space } = input as IngestInput
    await linkUses(deps, { libraries, space }, context.signal)
    await flagChanged(deps, libraries, space)
    return reports
  }
}

/** What is queued after work is queued by who has its job. @throws CairnError CONFLICT */
function requireHeld(fenced: Database): Promise<void> {
  return fenced.write(() => Promise.resolve())
}
