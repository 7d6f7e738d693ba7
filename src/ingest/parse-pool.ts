import { Worker } from 'node:worker_threads'
import type { PageRecord } from '../domain/documentation.js'
import { compiledFile } from '../package-root.js'
import { CairnError, type FailureCode } from '../errors.js'
import type { RawPage } from './reader.js'

export interface ParsePool {
  /** Parses one page in a thread. @throws CairnError BAD_SOURCE naming the page */
  parse(page: RawPage): Promise<PageRecord>
  close(): Promise<void>
}

/** A page that takes longer is taken for one that never ends. */
const pageTimeoutMs = 60_000

const heapMb = 192

type Reply = { record: PageRecord } | { failure: { code: FailureCode; message: string } }

interface Thread {
  readonly worker: Worker
  tail: Promise<unknown>
  load: number
}

/** Threads that parse documentation while Neo4j writes; each takes its pages in order. */
export function createParsePool(size: number): ParsePool {
  const threads: Thread[] = Array.from({ length: size }, startThread)
  return {
    parse: (page) => {
      const thread = threads.reduce((a, b) => (b.load < a.load ? b : a))
      thread.load += 1
      const result = thread.tail
        .then(() => ask(thread, page, threads))
        .finally(() => {
          thread.load -= 1
        })
      thread.tail = result.catch(() => undefined)
      return result
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.worker.terminate()))
    }
  }
}

function startThread(): Thread {
  const worker = new Worker(compiledFile('ingest/parse-worker.js'), {
    // Flags of the parent such as --input-type would keep the thread from loading.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb }
  })
  worker.unref()
  return { worker, tail: Promise.resolve(), load: 0 }
}

function ask(thread: Thread, page: RawPage, threads: Thread[]): Promise<PageRecord> {
  const { worker } = thread
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage)
      worker.off('error', onError)
      act()
    }
    const fail = (code: FailureCode, reason: string) => {
      settle(() => {
        reject(
          new CairnError(code, `Page '${page.path}' could not be read: ${reason}`, {
            details: { page: page.path }
          })
        )
      })
    }
    const onMessage = (reply: Reply) => {
      if ('failure' in reply)
        fail(
          reply.failure.code === 'BUG' ? 'BAD_SOURCE' : reply.failure.code,
          reply.failure.message
        )
      else
        settle(() => {
          resolve(reply.record)
        })
    }
    const onError = (error: Error) => {
      replace(thread, threads)
      fail('BAD_SOURCE', error.message)
    }
    const timer = setTimeout(() => {
      replace(thread, threads)
      fail('BAD_SOURCE', `it took longer than ${pageTimeoutMs / 1000} s.`)
    }, pageTimeoutMs)
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.postMessage(page)
  })
}

/** A thread that died or hangs makes room for a fresh one. */
function replace(thread: Thread, threads: Thread[]): void {
  void thread.worker.terminate()
  const index = threads.indexOf(thread)
  if (index >= 0) threads[index] = startThread()
}
