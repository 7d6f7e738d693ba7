import { CairnError, failures, type FailureCode } from '../errors.js'
import { documents } from './documents.js'
import type { Job } from './operation-types.js'

/** Asks a server for what a document says. */
export type Ask = <T>(document: string, variables: Record<string, unknown>) => Promise<T>

/** Long work, and how far it is. */
export type JobState = Job['job']

export interface WaitOptions {
  /** Told while the work goes on: pages or files done, and to do (0 until they are counted). */
  readonly onProgress?: (done: number, total: number) => void
  /** Stops waiting; the work goes on. */
  readonly signal?: AbortSignal
}

const pollMs = 250

/** Asks again and again until a job has ended. @throws CairnError with what the job says where it did not end well */
export async function awaitJob(
  ask: Ask,
  id: string,
  { onProgress, signal }: WaitOptions = {}
): Promise<JobState> {
  for (;;) {
    const { job } = await ask<Job>(documents.job, { id })
    onProgress?.(job.done, job.total)
    if (job.state === 'done') return job
    if (job.state !== 'queued' && job.state !== 'running') throw jobFailure(job)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
    signal?.throwIfAborted()
  }
}

function jobFailure({ code, message }: JobState): CairnError {
  const known = code !== null && code in failures ? (code as FailureCode) : 'BUG'
  return new CairnError(known, message ?? 'The job ended without a reason.')
}
