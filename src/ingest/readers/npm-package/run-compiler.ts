import { CairnError } from '../../../errors.js'
import { createThreadPool, ThreadLost } from '../../../thread-pool.js'
import type { DeclarationsReply, DeclarationsRequest } from './package-model.js'

const timeoutMs = 180_000
const heapMb = 640

/**
 * Threads with the compiler in them. Several packages are often read one after the other, and loading the compiler and the
 * language's own types takes most of a small one.
 */
const threads = createThreadPool<DeclarationsRequest, DeclarationsReply>({
  module: 'ingest/readers/npm-package/declarations-worker.js',
  size: 4,
  timeoutMs,
  heapMb,
  idleMs: 5_000
})

/**
 * Reads the declarations of a package in a thread that reads nothing else meanwhile, bounded in time and memory.
 * @throws CairnError BAD_SOURCE, TOO_LARGE, CANCELLED
 */
export async function runCompiler(
  request: DeclarationsRequest,
  { signal, limitMs = timeoutMs }: { signal?: AbortSignal | undefined; limitMs?: number }
): Promise<DeclarationsReply> {
  try {
    return await threads.run(request, { signal, timeoutMs: limitMs })
  } catch (error) {
    throw failed(request, limitMs, error)
  }
}

function failed(request: DeclarationsRequest, limitMs: number, error: unknown): unknown {
  if (!(error instanceof CairnError)) return error
  if (error instanceof ThreadLost) {
    if (error.why === 'cancelled') return cancelled(request)
    if (error.why === 'time') return tooSlow(request, limitMs)
    if (error.why === 'memory') return tooLarge(request)
  }
  const { code, message } = error
  if (code === 'BUG') return broken(request, error)
  return new CairnError(code, message, { details: { package: request.library } })
}

function cancelled({ library }: DeclarationsRequest): CairnError {
  return new CairnError('CANCELLED', `Reading the npm package ${library} was cancelled.`)
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
