import { Worker } from 'node:worker_threads'
import { compiledFile } from '../../../package-root.js'
import { CairnError, type FailureCode } from '../../../errors.js'
import type { DeclarationsReply, DeclarationsRequest } from './package-model.js'

const timeoutMs = 180_000
const heapMb = 640

/** Several packages are often read one after the other; loading the compiler and the language's own types takes most of a small one. */
const idleMs = 5_000

type Message =
  | { readonly reply: DeclarationsReply }
  | { readonly failure: { readonly code: FailureCode; readonly message: string } }

/** Threads that have read a package and wait for another, and what takes them out of that. */
const idle = new Map<Worker, () => void>()

/**
 * Reads the declarations of a package in a thread that reads nothing else meanwhile, bounded in time and memory.
 * @throws CairnError BAD_SOURCE, TOO_LARGE, CANCELLED
 */
export async function runCompiler(
  request: DeclarationsRequest,
  { signal, limitMs = timeoutMs }: { signal?: AbortSignal | undefined; limitMs?: number }
): Promise<DeclarationsReply> {
  if (signal?.aborted === true) throw cancelled(request)
  const worker = takeThread()
  const stopped = new AbortController()
  try {
    const message = await Promise.race([
      answerOf(worker, request, stopped.signal),
      tooLate(request, { signal, limitMs, stopped: stopped.signal })
    ])
    rest(worker)
    if ('failure' in message) throw failed(request, message.failure)
    return message.reply
  } finally {
    stopped.abort()
    if (!idle.has(worker)) await worker.terminate()
  }
}

/** What a thread says of a request. @throws CairnError where it dies of it */
function answerOf(
  worker: Worker,
  request: DeclarationsRequest,
  stopped: AbortSignal
): Promise<Message> {
  return new Promise((resolve, reject) => {
    const died = (error: NodeJS.ErrnoException) => {
      const isTooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      reject(isTooLarge ? tooLarge(request) : broken(request, error))
    }
    const ended = () => {
      reject(broken(request, new Error('the thread ended')))
    }
    worker.on('message', resolve).on('error', died).on('exit', ended)
    stopped.addEventListener('abort', () => {
      worker.off('message', resolve).off('error', died).off('exit', ended)
    })
    worker.postMessage(request)
  })
}

/** Never comes in time. @throws CairnError CANCELLED, TOO_LARGE */
function tooLate(
  request: DeclarationsRequest,
  at: { signal: AbortSignal | undefined; limitMs: number; stopped: AbortSignal }
): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => {
      reject(cancelled(request))
    }
    const timer = setTimeout(() => {
      reject(tooSlow(request, at.limitMs))
    }, at.limitMs)
    at.signal?.addEventListener('abort', abort, { once: true })
    at.stopped.addEventListener('abort', () => {
      clearTimeout(timer)
      at.signal?.removeEventListener('abort', abort)
    })
  })
}

function takeThread(): Worker {
  const [waiting] = idle
  if (waiting === undefined)
    return new Worker(compiledFile('ingest/readers/npm-package/declarations-worker.js'), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMb }
    })
  const [worker, wake] = waiting
  wake()
  return worker
}

/** It waits for another package for a while, and keeps no process alive. */
function rest(worker: Worker): void {
  const end = () => {
    wake()
    void worker.terminate()
  }
  const timer = setTimeout(end, idleMs).unref()
  const wake = () => {
    idle.delete(worker)
    clearTimeout(timer)
    worker.off('error', end).off('exit', end).ref()
  }
  worker.on('error', end).on('exit', end).unref()
  idle.set(worker, wake)
}

function cancelled({ library }: DeclarationsRequest): CairnError {
  return new CairnError('CANCELLED', `Reading the npm package ${library} was cancelled.`)
}

function failed(
  { library }: DeclarationsRequest,
  { code, message }: { code: FailureCode; message: string }
): CairnError {
  return code === 'BUG'
    ? broken({ library }, new Error(message))
    : new CairnError(code, message, { details: { package: library } })
}

function broken({ library }: Pick<DeclarationsRequest, 'library'>, error: Error): CairnError {
  return new CairnError(
    'BAD_SOURCE',
    `The declarations of ${library} could not be read by the TypeScript compiler (${error.message}); '--only docs' takes in its documentation without them.`,
    { details: { package: library } }
  )
}

function tooSlow({ library }: DeclarationsRequest, limitMs: number): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `Reading the declarations of ${library} took longer than ${String(limitMs / 1000)} seconds and was stopped; '--only docs' takes in its documentation without them.`,
    { details: { package: library, limit: limitMs } }
  )
}

function tooLarge({ library }: DeclarationsRequest): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `The declarations of ${library} take more than ${String(heapMb)} MB to read; '--only docs' takes in its documentation without them.`,
    { details: { package: library, limit: heapMb } }
  )
}
