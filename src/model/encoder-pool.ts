import { CairnError } from '../errors.js'
import { cancelled, throwIfCancelled } from './cancelled.js'
import { startEncoderThread, type EncoderSettings, type EncoderThread } from './encoder-thread.js'

export interface EncoderPool {
  /** @throws CairnError NOT_CONFIGURED (the model does not load), MODEL_UNAVAILABLE, CANCELLED */
  encode(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>
  close(): Promise<void>
}

/** After so long without work one thread stays, for questions; the others give their memory back. */
const quietMs = 15_000

/** One caller's texts: which is next, how many are not done. */
interface Job {
  readonly texts: readonly string[]
  readonly vectors: Float32Array[]
  next: number
  left: number
  readonly resolve: (vectors: Float32Array[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * Threads that encode one text at a time: onnxruntime-node runs a graph on the thread that asks for
 * it, and one text at a time gives the same vector whatever stands beside it. Callers take turns
 * text by text, so a question never waits for an ingest. Threads start when there is work for them.
 */
export function createEncoderPool(settings: EncoderSettings, size: number): EncoderPool {
  const crew = createCrew(settings, size)
  const jobs = new Set<Job>()
  let closed = false
  const quiet = setTimeout(() => {
    if (jobs.size === 0) crew.shrink()
  }, quietMs).unref()

  const end = (job: Job, error?: unknown) => {
    if (!jobs.delete(job)) return
    quiet.refresh()
    if (error === undefined) job.resolve(job.vectors)
    else job.reject(error)
  }

  const runNext = async (job: Job, thread: EncoderThread): Promise<void> => {
    const index = job.next
    job.next += 1
    try {
      job.vectors[index] = await thread.encode(job.texts[index] ?? '')
      job.left -= 1
      if (job.left === 0) end(job)
    } catch (error) {
      end(job, error)
    }
    pump()
  }

  const pump = () => {
    for (;;) {
      const job = [...jobs].find(({ next, texts }) => next < texts.length)
      const thread = job === undefined || closed ? undefined : crew.free()
      if (job === undefined || thread === undefined) return
      // To the end of the line: the next turn is another caller's.
      jobs.delete(job)
      jobs.add(job)
      void runNext(job, thread)
    }
  }

  return {
    encode: async (texts, signal) => {
      throwIfCancelled(signal)
      if (closed) throw poolClosed()
      if (texts.length === 0) return []
      const { job, result } = createJob(texts)
      const onAbort = () => {
        if (signal !== undefined) end(job, cancelled(signal))
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      jobs.add(job)
      pump()
      return await result.finally(() => signal?.removeEventListener('abort', onAbort))
    },
    close: async () => {
      closed = true
      for (const job of jobs) end(job, poolClosed())
      clearTimeout(quiet)
      await crew.close()
    }
  }
}

/** Threads as they are needed, at most `size`; dead ones are replaced. */
function createCrew(settings: EncoderSettings, size: number) {
  let threads: EncoderThread[] = []
  return {
    free: (): EncoderThread | undefined => {
      threads = threads.filter((thread) => thread.alive)
      const idle = threads.find((thread) => !thread.busy)
      if (idle !== undefined || threads.length >= size) return idle
      const started = startEncoderThread(settings)
      threads.push(started)
      return started
    },
    shrink: () => {
      for (const thread of threads.splice(1)) void thread.close()
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()))
    }
  }
}

function createJob(texts: readonly string[]): { job: Job; result: Promise<Float32Array[]> } {
  const settle: Pick<Job, 'resolve' | 'reject'>[] = []
  const result = new Promise<Float32Array[]>((resolve, reject) => {
    settle.push({ resolve, reject })
  })
  const job: Job = {
    texts,
    vectors: [],
    next: 0,
    left: texts.length,
    resolve: (vectors) => settle[0]?.resolve(vectors),
    reject: (error) => settle[0]?.reject(error)
  }
  return { job, result }
}

function poolClosed(): CairnError {
  return new CairnError('CANCELLED', 'The sentence encoder was closed before it was done.')
}
