import type { PageRecord } from '../domain/documentation.js'
import { throwIfCancelled } from './library-lease.js'
import { pageRows, type PageRows, type RowContext } from './page-rows.js'
import type { ParsePool } from './parse-pool.js'
import type { PlacedSource } from './placed-source.js'

/** Pages being parsed ahead of the batch that is being embedded. */
const parsedAhead = 24

/** Nodes in one transaction: large enough for speed, small enough for Neo4j's memory. */
const nodesPerBatch = 1_000

export interface Parsing {
  readonly source: PlacedSource
  readonly pool: ParsePool
  readonly to: Pick<RowContext, 'library' | 'space'>
  readonly signal: AbortSignal | undefined
}

/** Pages parsed by the pool as rows of the graph, in source order, a bounded number at a time, in batches for one transaction. */
export async function* parsedBatches(
  parsing: Parsing,
  wanted: ReadonlySet<string>
): AsyncGenerator<PageRows[]> {
  let batch: PageRows[] = []
  let nodes = 0
  for await (const page of parsedPages(parsing, wanted)) {
    batch.push(page)
    nodes += page.docs.length + page.apis.length
    if (nodes >= nodesPerBatch) {
      yield batch
      batch = []
      nodes = 0
    }
  }
  if (batch.length > 0) yield batch
}

async function* parsedPages(
  { source, pool, to, signal }: Parsing,
  wanted: ReadonlySet<string>
): AsyncGenerator<PageRows> {
  const waiting: Promise<PageRecord>[] = []
  const rows = (parsed: PageRecord) => {
    const page = source.place(parsed)
    const hash = source.manifest.get(page.path) ?? ''
    return pageRows(page, { ...to, source: source.id, hash })
  }
  try {
    for await (const raw of source.pages(wanted)) {
      throwIfCancelled(signal)
      const page = pool.parse(raw)
      page.catch(() => undefined)
      waiting.push(page)
      const first = waiting.length >= parsedAhead ? waiting.shift() : undefined
      if (first !== undefined) yield rows(await first)
    }
    for (const page of waiting) yield rows(await page)
  } finally {
    await Promise.allSettled(waiting)
  }
}
