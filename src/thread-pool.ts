import { parentPort, Worker } from 'node:worker_threads'
import { CairnError, publicFailure, type FailureCode } from './errors.js'
import { compiledFile } from './package-root.js'

/** Threads that do one kind of work away from the thread that answers. */
export interface ThreadPool<In, Out> {
  /**
   * Has it done by the thread that has the least to do; each takes what it is given in order. A signal ends the thread
   * that is at it.
   * @throws CairnError of what the work threw (BUG with its own words); ThreadLost where its thread did not outlive it
   */
  run(input: In, how?: RunOptions): Promise<Out>
  /** What is under way fails. */
  close(): Promise<void>
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined
  /** Milliseconds for this work in place of the pool's. */
  readonly timeoutMs?: number | undefined
}

/** A thread that died of its work, or was ended at it. */
export class ThreadLost extends CairnError {
  readonly why: 'died' | 'memory' | 'time' | 'cancelled'

  constructor(why: ThreadLost['why'], message: string) {
    super('BUG', message)
    this.why = why
  }
}

export interface ThreadPoolOptions {
  /** Path of the compiled module below src, which calls `serveThread`. */
  readonly module: string
  /** Most threads at once; each is started when there is work for it. */
  readonly size: number
  /** Milliseconds after which work is taken for work that never ends. */
  readonly timeoutMs: number
  readonly heapMb: number
  /** Milliseconds after which a thread that has nothing to do ends; never where left out. */
  readonly idleMs?: number
}

type Reply = { readonly result: unknown } | { readonly failure: Failure }
type Failure = { readonly code: FailureCode; readonly message: string }

interface Thread {
  worker: Worker | null
  tail: Promise<unknown>
  load: number
  idle: NodeJS.Timeout | undefined
}

export function createThreadPool<In, Out>(options: ThreadPoolOptions): ThreadPool<In, Out> {
  const threads: Thread[] = []
  const rested = (thread: Thread) => {
    thread.load -= 1
    if (thread.load > 0 || options.idleMs === undefined) return
    thread.idle = setTimeout(() => void end(thread), options.idleMs).unref()
  }
  return {
    run: (input, { signal, timeoutMs = options.timeoutMs } = {}) => {
      const thread = freest(threads, options.size)
      clearTimeout(thread.idle)
      thread.load += 1
      const result = thread.tail
        .then(() => ask(thread, input, { ...options, timeoutMs, signal }) as Promise<Out>)
        .finally(() => {
          rested(thread)
        })
      thread.tail = result.catch(() => undefined)
      return result
    },
    close: async () => {
      for (const { idle } of threads) clearTimeout(idle)
      await Promise.all(threads.map(end))
    }
  }
}

/** The body of a thread: an input comes in, what the work makes of it or its failure goes out. */
export function serveThread(work: (input: never) => unknown): void {
  parentPort?.on('message', (input: unknown) => {
    parentPort?.postMessage(replyOf(() => work(input as never)))
  })
}

function replyOf(work: () => unknown): Reply {
  try {
    return { result: work() }
  } catch (error) {
    const { code, message } = publicFailure(error)
    const own = code === 'BUG' && error instanceof Error ? error.message : message
    return { failure: { code, message: own } }
  }
}

function freest(threads: Thread[], size: number): Thread {
  const free = threads.find(({ load }) => load === 0)
  if (free !== undefined) return free
  if (threads.length < size) {
    const thread = { worker: null, tail: Promise.resolve(), load: 0, idle: undefined }
    threads.push(thread)
    return thread
  }
  return threads.reduce((a, b) => (b.load < a.load ? b : a))
}

function started({ module, heapMb }: ThreadPoolOptions): Worker {
  const worker = new Worker(compiledFile(module), {
    // Flags of the parent such as --input-type would keep the thread from loading.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb }
  })
  worker.unref()
  return worker
}

async function end(thread: Thread): Promise<void> {
  const { worker } = thread
  thread.worker = null
  await worker?.terminate()
}

function ask(
  thread: Thread,
  input: unknown,
  options: ThreadPoolOptions & Pick<RunOptions, 'signal'>
): Promise<unknown> {
  const { signal } = options
  if (signal?.aborted === true)
    return Promise.reject(new ThreadLost('cancelled', 'it was cancelled.'))
  const worker = (thread.worker ??= started(options))
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      act()
    }
    const fail = (error: CairnError) => {
      settle(() => {
        reject(error)
      })
    }
    // A thread that died or hangs makes room for a fresh one.
    const lost = (why: ThreadLost['why'], message: string) => {
      if (thread.worker === worker) thread.worker = null
      void worker.terminate()
      fail(new ThreadLost(why, message))
    }
    const onMessage = (reply: Reply) => {
      if ('failure' in reply) fail(new CairnError(reply.failure.code, reply.failure.message))
      else
        settle(() => {
          resolve(reply.result)
        })
    }
    const onError = (error: NodeJS.ErrnoException) => {
      lost(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'died', error.message)
    }
    const onExit = () => {
      lost('died', 'its thread ended.')
    }
    const onAbort = () => {
      lost('cancelled', 'it was cancelled.')
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    const timer = setTimeout(() => {
      lost('time', `it took longer than ${options.timeoutMs / 1000} s.`)
    }, options.timeoutMs)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(input)
  })
}
