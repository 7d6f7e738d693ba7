import { randomBytes } from 'node:crypto'
import { CairnError, publicFailure } from '../errors.js'
import type { Database } from '../graph/database.js'
import { jobs as jobsQuery, saveJob, unfinishedJobs } from '../graph/queries.js'
import type { Log } from '../log.js'

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

export interface Job {
  readonly id: string
  readonly kind: string
  /** What it does, for a person. */
  readonly label: string
  readonly state: JobState
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

/** The work of a kind of job; it must be able to go on from where an earlier run of the same input stopped. */
export type JobWork = (input: unknown, context: JobContext) => Promise<unknown>

export interface Jobs {
  /** Puts work into the queue; one job runs at a time. Acknowledged once it is in the graph. */
  start(job: { kind: string; label: string; input: unknown }): Promise<Job>
  get(id: string): Promise<Job>
  list(limit: number): Promise<Job[]>
  cancel(id: string): Promise<Job>
  /** Takes up again what a process that died left unfinished. */
  resume(): Promise<number>
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>
  /** Stops after the current step; what was running is taken up by the next process. */
  close(): Promise<void>
}

/** How often progress is written, in milliseconds. */
const progressEvery = 500

interface Running {
  readonly id: string
  readonly abort: AbortController
  cancelled: boolean
}

/** Long work that is written down before it starts, reports how far it is, and survives a kill. */
export function createJobs(deps: {
  db: Database
  log: Log
  kinds: Readonly<Record<string, JobWork>>
}): Jobs {
  const running = new Map<string, Running>()
  let tail: Promise<void> = Promise.resolve()
  let closing = false
  const save = (id: string, properties: Record<string, string | number | null>) =>
    deps.db.run(saveJob, { id, properties })
  const get = async (id: string): Promise<Job> => {
    const [row] = await deps.db.run(jobsQuery, { ids: [id], limit: 1 })
    if (row === undefined) {
      throw new CairnError('NOT_FOUND', `There is no job '${id.slice(0, 100)}'.`, {
        details: { field: 'id', value: id.slice(0, 100), expected: 'the id of a job' }
      })
    }
    return { ...row, state: jobStates.find((s) => s === row.state) ?? 'failed' }
  }
  const enqueue = (job: { id: string; kind: string; input: unknown }) => {
    const handle: Running = { id: job.id, abort: new AbortController(), cancelled: false }
    running.set(job.id, handle)
    tail = tail.then(() => runJob(job, handle)).finally(() => running.delete(job.id))
  }
  const runJob = async (
    job: { id: string; kind: string; input: unknown },
    handle: Running
  ): Promise<void> => {
    if (closing) return
    let last = performance.now()
    const report = (done: number, total: number) => {
      if (performance.now() - last < progressEvery) return
      last = performance.now()
      save(job.id, { done, total }).catch((error: unknown) => {
        deps.log.warn({ err: error, job: job.id }, 'progress was not written')
      })
    }
    try {
      if (handle.cancelled) throw new CairnError('CANCELLED', 'Cancelled before it began.')
      const work = deps.kinds[job.kind]
      if (work === undefined) throw new CairnError('BUG', `no work for jobs of kind ${job.kind}`)
      await save(job.id, { state: 'running' })
      const result = await work(job.input, { signal: handle.abort.signal, report })
      await save(job.id, { state: 'done', result: JSON.stringify(result) })
    } catch (error) {
      if (closing && !handle.cancelled) return
      await fail(job.id, error)
    }
  }
  const fail = async (id: string, error: unknown) => {
    const { code, message } = publicFailure(error)
    if (code === 'BUG') deps.log.error({ err: error, job: id }, 'job failed')
    await save(id, { state: code === 'CANCELLED' ? 'cancelled' : 'failed', code, message }).catch(
      (second: unknown) => {
        deps.log.error({ err: second, job: id }, 'the failure of a job was not written')
      }
    )
  }
  return {
    start: async ({ kind, label, input }) => {
      const id = `job:${randomBytes(6).toString('hex')}`
      await save(id, {
        kind,
        label,
        state: 'queued',
        done: 0,
        total: 0,
        input: JSON.stringify(input)
      })
      enqueue({ id, kind, input })
      return get(id)
    },
    get,
    list: async (limit) =>
      (await deps.db.run(jobsQuery, { ids: [], limit })).map((row) => ({
        ...row,
        state: jobStates.find((s) => s === row.state) ?? 'failed'
      })),
    cancel: async (id) => {
      const handle = running.get(id)
      if (handle !== undefined) {
        handle.cancelled = true
        handle.abort.abort()
      }
      return get(id)
    },
    resume: async () => {
      const rows = await deps.db.run(unfinishedJobs, {})
      const mine = rows.filter((row) => !running.has(row.id))
      for (const row of mine)
        enqueue({ id: row.id, kind: row.kind, input: JSON.parse(row.input) as unknown })
      return mine.length
    },
    idle: () => tail,
    close: async () => {
      closing = true
      for (const handle of running.values()) handle.abort.abort()
      await tail
    }
  }
}
