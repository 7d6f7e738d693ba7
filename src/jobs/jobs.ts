import { randomBytes } from 'node:crypto'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import {
  askToCancel,
  claimJob,
  countJobs,
  jobs as jobsQuery,
  saveJob,
  unfinishedJobs,
  waitingJob
} from '../graph/queries.js'
import { leaseName, leasesOf, type Leases } from '../graph/lease.js'
import type { Log } from '../log.js'
import { createQueue, type Queue } from './queue.js'

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

export interface Job {
  readonly id: string
  readonly kind: string
  /** What it does, for a person. */
  readonly label: string
  readonly state: JobState
  /** The space that it works for. */
  readonly space: string
  /** Who started it; null where Cairn did. */
  readonly by: string | null
  readonly done: number
  readonly total: number
  /** JSON of what it was started with. */
  readonly input: string
  /** JSON of what it brought, once done. */
  readonly result: string | null
  readonly code: string | null
  readonly message: string | null
  readonly startedAt: string
  readonly finishedAt: string | null
}

export interface JobContext {
  readonly signal: AbortSignal
  /** The graph, in which a write counts only while this job is not somebody else's. */
  readonly db: Database
  report(done: number, total: number): void
}

/** What is started, in which space, by whom. */
export interface NewJob {
  readonly kind: string
  readonly label: string
  readonly input: unknown
  readonly space: string
  readonly by?: string
  /** Whether one of this kind that waits in this space already will do. */
  readonly once?: boolean
}

/** A place in the order of jobs. */
export interface JobPlace {
  readonly startedAt: string
  readonly id: string
}

/** Jobs as one sees them to whom only these spaces are in sight. */
export interface JobsInSight {
  /** @throws CairnError NOT_FOUND */
  get(id: string): Promise<Job>
  list(limit: number, after?: JobPlace): Promise<Job[]>
  count(): Promise<number>
  /** Starts a job that failed or was stopped again. @throws CairnError NOT_FOUND, CONFLICT */
  retry(id: string, by: string): Promise<Job>
  /** Stops a job, also one that another process runs. @throws CairnError NOT_FOUND */
  cancel(id: string): Promise<Job>
}

/**
 * The work of a kind of job; it must be able to go on from where an earlier run of the same input stopped, and
 * writes by way of its context alone.
 */
export type JobWork = (input: unknown, context: JobContext) => Promise<unknown>

export interface Jobs {
  /** Puts work into the queue; one job runs at a time. Acknowledged once it is in the graph. */
  start(job: NewJob): Promise<Job>
  seenFrom(spaces: readonly string[]): JobsInSight
  /** Resumes what a process that died left unfinished, as far as it is known to be dead: look again and again. */
  resume(): Promise<number>
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>
  /** Stops after the current step; what was running is resumed by the next process. */
  close(): Promise<void>
}

/** Long work that is written down before it starts, reports how far it is, and survives a kill. */
export function createJobs(deps: {
  db: Database
  log: Log
  kinds: Readonly<Record<string, JobWork>>
  /** Those of the database unless told: for tests. */
  leases?: Leases
}): Jobs {
  const { db, leases = leasesOf(db) } = deps
  const queue = createQueue(deps)
  const start = async ({ once = false, ...job }: NewJob): Promise<Job> => {
    const { kind, space, input } = job
    const [waiting] = once ? await db.run(waitingJob, { kind, space }) : []
    if (waiting !== undefined) return seenFrom([space]).get(waiting.id)
    const id = `job:${randomBytes(6).toString('hex')}`
    const lease = await leases.take(leaseName(id))
    if (lease === null) throw new CairnError('BUG', `the new job ${id} is somebody else's`)
    try {
      await lease.fenced().run(saveJob, { id, properties: newProperties(job) })
    } catch (error) {
      await lease.release()
      throw error
    }
    queue.add({ id, kind, input }, lease)
    return seenFrom([space]).get(id)
  }
  const seenFrom = (spaces: readonly string[]) => inSight({ db, queue, start }, spaces)
  return {
    start,
    seenFrom,
    resume: () => resumeOrphans({ db, leases, queue }),
    idle: () => queue.idle(),
    close: () => queue.close()
  }
}

function newProperties({ kind, label, input, space, by }: NewJob) {
  const standing = { state: 'queued', done: 0, total: 0 }
  return { kind, label, space, by: by ?? null, ...standing, input: JSON.stringify(input) }
}

async function resumeOrphans(at: { db: Database; leases: Leases; queue: Queue }): Promise<number> {
  const { db, leases, queue } = at
  let resumed = 0
  for (const { id, kind, input, ...seen } of await db.run(unfinishedJobs, {})) {
    if (queue.has(id) || !leases.isGone(leaseName(id), seen)) continue
    const lease = await leases.take(leaseName(id), seen)
    if (lease === null) continue
    // It may have ended between the look and the lease.
    const [claimed] = await lease.fenced().run(claimJob, { id })
    if (claimed === undefined) await lease.release()
    else queue.add({ id, kind, input: JSON.parse(input) as unknown }, lease)
    if (claimed !== undefined) resumed += 1
  }
  return resumed
}

function inSight(
  { db, queue, start }: { db: Database; queue: Queue; start: Jobs['start'] },
  spaces: readonly string[]
): JobsInSight {
  const get = async (id: string): Promise<Job> => {
    const at = { ids: [id], spaces, before: null, after: '', limit: 1 }
    const [row] = await db.run(jobsQuery, at)
    if (row === undefined) throw noJob(id)
    return toJob(row)
  }
  return {
    get,
    list: async (limit, place) => {
      const at = { ids: [], spaces, before: place?.startedAt ?? null, after: place?.id ?? '' }
      return (await db.run(jobsQuery, { ...at, limit })).map(toJob)
    },
    count: async () => (await db.run(countJobs, { spaces }))[0]?.total ?? 0,
    retry: async (id, by) => {
      const { kind, label, input, space, state } = await get(id)
      if (state === 'failed' || state === 'cancelled')
        return start({ kind, label, input: JSON.parse(input) as unknown, space, by })
      throw new CairnError(
        'CONFLICT',
        `Job '${id}' is ${state}; one that failed or was stopped can be started again.`,
        {
          details: { field: 'id', value: state, expected: 'failed or cancelled' }
        }
      )
    },
    cancel: async (id) => {
      await get(id)
      if (queue.has(id)) queue.cancel(id)
      else await db.run(askToCancel, { id, spaces })
      return get(id)
    }
  }
}

function toJob(row: Omit<Job, 'state'> & { state: string }): Job {
  return { ...row, state: jobStates.find((state) => state === row.state) ?? 'failed' }
}

function noJob(id: string): CairnError {
  const value = id.slice(0, 100)
  return new CairnError('NOT_FOUND', `There is no job '${value}'.`, {
    details: { field: 'id', value, expected: 'the id of a job' }
  })
}
