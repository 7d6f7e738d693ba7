import { Worker } from 'node:worker_threads'
import { compiledFile } from '../../../package-root.js'
import { CairnError, type FailureCode } from '../../../errors.js'
import type { DeclarationsReply, DeclarationsRequest } from './package-model.js'

const timeoutMs = 180_000
const heapMb = 640

type Message =
  | { readonly reply: DeclarationsReply }
  | { readonly failure: { readonly code: FailureCode; readonly message: string } }

/**
 * Reads the declarations of a package in a thread of its own, bounded in time and memory.
 * @throws CairnError BAD_SOURCE, TOO_LARGE, CANCELLED
 */
export async function runCompiler(
  request: DeclarationsRequest,
  { signal, limitMs = timeoutMs }: { signal?: AbortSignal | undefined; limitMs?: number }
): Promise<DeclarationsReply> {
  if (signal?.aborted === true) throw cancelled(request)
  const worker = new Worker(compiledFile('ingest/readers/npm-package/declarations-worker.js'), {
    execArgv: [],
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: heapMb }
  })
  let timer: NodeJS.Timeout | undefined
  let abort: (() => void) | undefined
  try {
    return await new Promise<DeclarationsReply>((resolve, reject) => {
      worker.on('message', (message: Message) => {
        if ('reply' in message) resolve(message.reply)
        else reject(failed(request, message.failure))
      })
      worker.on('error', (error: NodeJS.ErrnoException) => {
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge(request) : broken(request, error)
        )
      })
      worker.on('exit', () => {
        reject(broken(request, new Error('the thread ended')))
      })
      timer = setTimeout(() => {
        reject(tooSlow(request, limitMs))
      }, limitMs)
      abort = () => {
        reject(cancelled(request))
      }
      signal?.addEventListener('abort', abort, { once: true })
    })
  } finally {
    clearTimeout(timer)
    if (abort !== undefined) signal?.removeEventListener('abort', abort)
    await worker.terminate()
  }
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
