import { randomBytes } from 'node:crypto'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import {
  askToCancel,
  claimJob,
  countJobs,
  jobs as jobsQuery,
  saveJob,
  unfinishedJobs
} from '../graph/queries.js'
import type { Log } from '../log.js'
import { isGone, thisProcess } from './job-owner.js'
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
  report(done: number, total: number): void
}

/** What is started, in which space, by whom. */
export interface NewJob {
  readonly kind: string
  readonly label: string
  readonly input: unknown
  readonly space: string
  readonly by?: string
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

/** The work of a kind of job; it must be able to go on from where an earlier run of the same input stopped. */
export type JobWork = (input: unknown, context: JobContext) => Promise<unknown>

export interface Jobs {
  /** Puts work into the queue; one job runs at a time. Acknowledged once it is in the graph. */
  start(job: NewJob): Promise<Job>
  seenFrom(spaces: readonly string[]): JobsInSight
  /** Takes up again what a process that died left unfinished. */
  resume(): Promise<number>
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>
  /** Stops after the current step; what was running is taken up by the next process. */
  close(): Promise<void>
}

/** Long work that is written down before it starts, reports how far it is, and survives a kill. */
export function createJobs(deps: {
  db: Database
  log: Log
  kinds: Readonly<Record<string, JobWork>>
}): Jobs {
  const { db } = deps
  const queue = createQueue(deps)
  const start = async ({ kind, label, input, space, by }: NewJob): Promise<Job> => {
    const id = `job:${randomBytes(6).toString('hex')}`
    const properties = {
      kind,
      label,
      space,
      by: by ?? null,
      state: 'queued',
      owner: thisProcess,
      done: 0,
      total: 0,
      input: JSON.stringify(input)
    }
    await db.run(saveJob, { id, properties })
    queue.add({ id, kind, input })
    return seenFrom([space]).get(id)
  }
  const seenFrom = (spaces: readonly string[]) => inSight({ db, queue, start }, spaces)
  return {
    start,
    seenFrom,
    resume: async () => {
      const rows = await db.run(unfinishedJobs, {})
      const orphans = rows.filter(
        (row) => !queue.has(row.id) && isGone(row.owner, row.silentSeconds)
      )
      let taken = 0
      for (const { id, kind, input, owner } of orphans) {
        const [claimed] = await db.run(claimJob, { id, from: owner, to: thisProcess })
        if (claimed === undefined) continue
        queue.add({ id, kind, input: JSON.parse(input) as unknown })
        taken += 1
      }
      return taken
    },
    idle: () => queue.idle(),
    close: () => queue.close()
  }
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
