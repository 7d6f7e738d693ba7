import type { PageRecord } from '../domain/documentation.js'
import { CairnError } from '../errors.js'
import { createThreadPool } from '../thread-pool.js'
import type { RawPage } from './reader.js'

export interface ParsePool {
  /** Parses one page in a thread. @throws CairnError BAD_SOURCE naming the page */
  parse(page: RawPage): Promise<PageRecord>
  close(): Promise<void>
}

/** A page that takes longer is taken for one that never ends. */
const pageTimeoutMs = 60_000

const heapMb = 192

/** Threads that parse documentation while Neo4j writes. */
export function createParsePool(size: number): ParsePool {
  const module = 'ingest/parse-worker.js'
  const threads = createThreadPool<RawPage, PageRecord>({
    module,
    size,
    timeoutMs: pageTimeoutMs,
    heapMb
  })
  return {
    parse: (page) =>
      threads.run(page).catch((error: unknown) => {
        throw unreadable(page, error)
      }),
    close: () => threads.close()
  }
}

function unreadable({ path }: RawPage, error: unknown): CairnError {
  const code = error instanceof CairnError && error.code !== 'BUG' ? error.code : 'BAD_SOURCE'
  const reason = error instanceof Error ? error.message : String(error)
  return new CairnError(code, `Page '${path}' could not be read: ${reason}`, {
    details: { page: path }
  })
}
