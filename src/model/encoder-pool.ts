import { Worker } from 'node:worker_threads'
import { CairnError } from '../errors.js'
import { cancelled } from './cancelled.js'

export interface EncoderSettings {
  readonly folder: string
  readonly dtype: 'q8' | 'int8' | 'uint8' | 'fp32' | 'fp16' | 'q4' | 'q4f16' | 'bnb4'
  /** Threads within one text. */
  readonly threads: number
}

export type EncoderReply = { readonly vector: Float32Array } | { readonly failure: string }

export interface EncoderPool {
  /** @throws CairnError NOT_CONFIGURED (the model does not load), MODEL_UNAVAILABLE, CANCELLED */
  encode(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>
  close(): Promise<void>
}

/** One caller's texts: which are done, which is next. */
interface Job {
  readonly texts: readonly string[]
  readonly vectors: Float32Array[]
  next: number
  left: number
  readonly done: (error?: unknown) => void
}

interface Thread {
  readonly worker: Worker
  ready: boolean
  current: { job: Job; index: number } | null
}

/**
 * Threads that encode one text at a time: onnxruntime-node runs a graph on the thread that asks for
 * it, and one text at a time gives the same vector whatever stands beside it. Callers take turns
 * text by text, so a question never waits for an ingest. Threads start when there is work for them.
 */
export function createEncoderPool(settings: EncoderSettings, size: number): EncoderPool {
  const threads = new Set<Thread>()
  const queue: Job[] = []
  let closed = false

  const start = (): Thread => {
    const worker = new Worker(workerFile(), { workerData: settings })
    const thread: Thread = { worker, ready: false, current: null }
    threads.add(thread)
    worker.unref()
    worker.on('message', (reply: EncoderReply) => {
      thread.ready = true
      finish(thread, reply)
      pump()
    })
    const lost = (cause: unknown) => {
      threads.delete(thread)
      const job = release(thread)?.job
      drop(job)
      job?.done(threadLost(settings.folder, thread, cause))
      pump()
    }
    worker.on('error', lost)
    worker.on('exit', lost)
    return thread
  }

  const drop = (job: Job | undefined) => {
    const at = job === undefined ? -1 : queue.indexOf(job)
    if (at >= 0) queue.splice(at, 1)
  }

  const finish = (thread: Thread, reply: EncoderReply) => {
    const current = release(thread)
    if (current === null) return
    const { job, index } = current
    if ('failure' in reply) {
      drop(job)
      job.done(encodingFailed(settings.folder, reply.failure))
      return
    }
    job.vectors[index] = reply.vector
    job.left -= 1
    if (job.left === 0) job.done()
  }

  const pump = () => {
    while (queue.length > 0 && !closed) {
      const idle = [...threads].find((thread) => thread.current === null)
      const thread = idle ?? (threads.size < size ? start() : undefined)
      const job = thread && queue.shift()
      if (job === undefined) return
      const index = job.next
      job.next += 1
      if (job.next < job.texts.length) queue.push(job)
      // An idle thread must not keep the process alive, a working one must.
      thread.worker.ref()
      thread.current = { job, index }
      thread.worker.postMessage(job.texts[index])
    }
  }

  return {
    encode: async (texts, signal) => {
      if (closed) throw poolClosed()
      if (signal?.aborted === true) throw cancelled(signal)
      if (texts.length === 0) return []
      const job = createJob(texts)
      const onAbort = () => {
        drop(job.job)
        if (signal !== undefined) job.job.done(cancelled(signal))
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      queue.push(job.job)
      pump()
      return job.result.finally(() => signal?.removeEventListener('abort', onAbort))
    },
    close: async () => {
      closed = true
      const jobs = new Set(queue.splice(0))
      for (const thread of threads) if (thread.current !== null) jobs.add(thread.current.job)
      for (const job of jobs) job.done(poolClosed())
      await Promise.all([...threads].map((thread) => thread.worker.terminate()))
    }
  }
}

function createJob(texts: readonly string[]): { job: Job; result: Promise<Float32Array[]> } {
  const { promise, resolve, reject } = withResolvers<Float32Array[]>()
  const vectors: Float32Array[] = []
  const done = (error?: unknown) => {
    if (error === undefined) resolve(vectors)
    else reject(error as Error)
  }
  return { job: { texts, vectors, next: 0, left: texts.length, done }, result: promise }
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<T>((ok, no) => {
    resolve = ok
    reject = no
  })
  return { promise, resolve, reject }
}

function release(thread: Thread): Thread['current'] {
  const { current } = thread
  thread.current = null
  thread.worker.unref()
  return current
}

/** Threads run compiled code, also when the tests run the sources. */
function workerFile(): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL('../../dist/src/model/encoder-worker.js', import.meta.url)
    : new URL('./encoder-worker.js', import.meta.url)
}

function threadLost(folder: string, thread: Thread, cause: unknown): CairnError {
  const details = { folder }
  if (thread.ready) {
    const sentence = `The sentence encoder stopped in the middle of a text; it starts anew with the next one.`
    return new CairnError('MODEL_UNAVAILABLE', sentence, { cause, details })
  }
  return new CairnError(
    'NOT_CONFIGURED',
    `The model in '${folder}' does not load; expected the ONNX graph and tokenizer of a sentence encoder, whole. Fetch it again or set CAIRN_EMBEDDER to another.`,
    { cause, details: { field: 'CAIRN_EMBEDDER', ...details } }
  )
}

function encodingFailed(folder: string, reason: string): CairnError {
  return new CairnError(
    'MODEL_UNAVAILABLE',
    `The model in '${folder}' failed on a text; expected a sentence encoder that gives last_hidden_state.`,
    { cause: new Error(reason), details: { folder } }
  )
}

function poolClosed(): CairnError {
  return new CairnError('CANCELLED', 'The sentence encoder was closed before it was done.')
}
