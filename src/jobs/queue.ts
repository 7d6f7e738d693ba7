import { CairnError, publicFailure } from '../errors.js'
import type { Database } from '../graph/database.js'
import type { Lease } from '../graph/lease.js'
import { saveJob } from '../graph/queries.js'
import type { Log } from '../log.js'
import type { JobWork } from './jobs.js'

export interface QueuedJob {
  readonly id: string
  readonly kind: string
  readonly input: unknown
}

/** Runs jobs one after the other and writes down how each stands. */
export interface Queue {
  /** The lease of the job is given back when it has ended. */
  add(job: QueuedJob, lease: Lease): void
  has(id: string): boolean
  cancel(id: string): void
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>
  /** Stops what runs without marking it ended: the next process resumes it. */
  close(): Promise<void>
}

/** How often progress is written, in milliseconds. */
const progressEvery = 500

interface Handle {
  readonly abort: AbortController
  readonly lease: Lease
  cancelled: boolean
}

interface State {
  readonly db: Database
  readonly log: Log
  readonly kinds: Readonly<Record<string, JobWork>>
  readonly handles: Map<string, Handle>
  closing: boolean
}

export function createQueue(deps: Pick<State, 'db' | 'log' | 'kinds'>): Queue {
  const state: State = { ...deps, handles: new Map(), closing: false }
  let tail: Promise<void> = Promise.resolve()
  return {
    add: (job, lease) => {
      const handle: Handle = { abort: new AbortController(), lease, cancelled: false }
      state.handles.set(job.id, handle)
      lease.signal.addEventListener('abort', () => {
        // Taken over, it is somebody else's to end; stopped, it is ours.
        handle.cancelled = isCancelled(lease)
        handle.abort.abort()
      })
      tail = tail.then(async () => {
        try {
          await runJob(state, job, handle)
        } finally {
          state.handles.delete(job.id)
          await lease.release()
        }
      })
    },
    has: (id) => state.handles.has(id),
    cancel: (id) => {
      const handle = state.handles.get(id)
      if (handle === undefined) return
      handle.cancelled = true
      handle.abort.abort()
    },
    idle: () => settled(() => tail),
    close: async () => {
      state.closing = true
      for (const handle of state.handles.values()) handle.abort.abort()
      await settled(() => tail)
    }
  }
}

/** Work may queue further work: it is waited for too. */
async function settled(tail: () => Promise<void>): Promise<void> {
  for (let waited: Promise<void> | null = null; waited !== tail();) {
    waited = tail()
    await waited
  }
}

function isCancelled({ signal }: Lease): boolean {
  return signal.reason instanceof CairnError && signal.reason.code === 'CANCELLED'
}

async function runJob(state: State, job: QueuedJob, handle: Handle): Promise<void> {
  if (isLeft(state, handle)) return
  const save = (properties: Record<string, string | number>) =>
    handle.lease.fenced().run(saveJob, { id: job.id, properties })
  try {
    if (handle.cancelled) throw new CairnError('CANCELLED', 'Cancelled before it began.')
    const work = state.kinds[job.kind]
    if (work === undefined) throw new CairnError('BUG', `no work for jobs of kind ${job.kind}`)
    const [begun] = await save({ state: 'running' })
    if (begun?.cancel === true) throw new CairnError('CANCELLED', 'Cancelled before it began.')
    const result = await work(job.input, {
      signal: handle.abort.signal,
      db: handle.lease.fenced(),
      report: progress(state, save, () => {
        handle.cancelled = true
        handle.abort.abort()
      })
    })
    await save({ state: 'done', result: JSON.stringify(result) })
  } catch (error) {
    if (isLeft(state, handle)) return
    const { code, message } = publicFailure(error)
    if (code === 'BUG') state.log.error({ err: error, job: job.id }, 'job failed')
    await save({ state: code === 'CANCELLED' ? 'cancelled' : 'failed', code, message }).catch(
      (second: unknown) => {
        state.log.error({ err: second, job: job.id }, 'the end of a job was not written')
      }
    )
  }
}

/** Whether it is another process's to go on with and to end. */
function isLeft(state: State, handle: Handle): boolean {
  return !handle.cancelled && (state.closing || handle.lease.signal.aborted)
}

/** Writes progress down now and then, and for good at the end: what is shown last is true. */
function progress(
  state: State,
  save: (p: Record<string, number>) => Promise<readonly { readonly cancel: boolean }[]>,
  cancel: () => void
) {
  let last = -Infinity
  return (done: number, total: number) => {
    if (done < total && performance.now() - last < progressEvery) return
    last = performance.now()
    save({ done, total }).then(
      // Whoever asked another process to stop it, asked by way of the graph.
      ([row]) => {
        if (row?.cancel === true) cancel()
      },
      (error: unknown) => {
        state.log.warn({ err: error }, 'progress was not written')
      }
    )
  }
}
