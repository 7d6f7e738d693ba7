import { scopedKey } from '../domain/scoped-id.js'
import { createHash } from 'node:crypto'
import {
  docId,
  libraryId,
  libraryKey,
  type LibraryRecord,
  type PageRecord
} from '../domain/documentation.js'
import { nameForms } from '../domain/code-terms.js'
import type { Database } from '../graph/database.js'
import { finishLibrary, libraryState, pagesOfLibrary, startLibrary } from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'
import { leaseOfLibrary, throwIfCancelled } from './library-lease.js'
import { linkLibrary } from './link-library.js'
import { pageRows, type NodeRow, type PageRows } from './page-rows.js'
import type { ParsePool } from './parse-pool.js'
import { prefetch } from './prefetch.js'
import type { OpenSource } from './reader.js'
import { removePages, writePages } from './write-pages.js'

export interface IngestDeps {
  readonly db: Database
  readonly embedder: Embedder
  readonly pool: ParsePool
  /** Called before each transaction; throws where there is no room for it. */
  requireSpace(): Promise<void>
}

export interface IngestOptions {
  readonly space: string
  /** The kind of source: pages of another kind under the same library are left alone. */
  readonly reader: string
  readonly signal?: AbortSignal
  /** Called after each batch with pages done and pages to do. */
  readonly onProgress?: (done: number, total: number) => void
}

/** What an ingestion did: pages by fate, nodes written, and where the milliseconds went. */
export interface IngestReport {
  readonly library: string
  readonly pages: number
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  readonly docs: number
  readonly apis: number
  readonly edges: { readonly added: number; readonly removed: number }
  readonly remarks: readonly string[]
  readonly ms: { readonly total: number; readonly embedding: number; readonly linking: number }
}

/** Nodes in one transaction: large enough for speed, small enough for Neo4j's memory. */
const nodesPerBatch = 1_000

/** Pages being parsed ahead of the batch that is being embedded. */
const parsedAhead = 24

interface Run {
  readonly deps: IngestDeps
  readonly options: IngestOptions
  readonly source: OpenSource
  readonly key: string
  /** Path and hash of the pages that the graph held when the run began. */
  readonly stored: ReadonlyMap<string, string>
  readonly tally: { written: number; docs: number; apis: number; embedding: number }
}

/**
 * Brings the graph in line with a source: pages that changed are written, each in one transaction
 * with all its sections, those that vanished are removed, everything else is left alone. Can be
 * killed at any time and started again: the graph ends as if built in one go.
 * @throws CairnError CANCELLED, and what the source, the embedder or the graph throw
 */
export async function ingestSource(
  source: OpenSource,
  deps: IngestDeps,
  options: IngestOptions
): Promise<IngestReport> {
  const started = performance.now()
  const key = scopedKey(libraryKey(source.library), options.space)
  const id = libraryId(key)
  const fingerprint = fingerprintOf(source)
  const [state] = await deps.db.run(libraryState, { id })
  const base = { library: key, pages: source.manifest.size, remarks: source.remarks }
  if (state?.state === 'complete' && state.fingerprint === fingerprint) {
    return {
      ...base,
      ...nothingDone,
      unchanged: source.manifest.size,
      ms: { ...nothingDone.ms, total: performance.now() - started }
    }
  }
  const lease = await leaseOfLibrary(deps.db, id, options.signal)
  try {
    // What another process wrote after it took this over is not overwritten.
    const fenced = { ...deps, db: lease.fenced() }
    return {
      ...base,
      ...(await bringInLine(source, fenced, { ...options, key, id, fingerprint, started }))
    }
  } finally {
    await lease.release()
  }
}

interface Bringing extends IngestOptions {
  readonly key: string
  readonly id: string
  readonly fingerprint: string
  readonly started: number
}

async function bringInLine(
  source: OpenSource,
  deps: IngestDeps,
  options: Bringing
): Promise<Omit<IngestReport, 'library' | 'pages' | 'remarks'>> {
  const { key, id, fingerprint, started } = options
  await deps.db.run(startLibrary, {
    id,
    properties: libraryProperties(source.library, key),
    space: options.space
  })
  const rows = await deps.db.run(pagesOfLibrary, { library: key })
  const stored = new Map(rows.map((row) => [row.path, row.hash]))
  const foreign = rows.filter(({ source: from }) => from !== null && from !== options.reader)
  const run: Run = {
    deps,
    options,
    source,
    key,
    stored,
    tally: { written: 0, docs: 0, apis: 0, embedding: 0 }
  }
  const removed = await removeVanished(run, new Set(foreign.map(({ path }) => path)))
  const wanted = [...source.manifest]
    .filter(([path, hash]) => stored.get(path) !== hash)
    .map(([path]) => path)
  await writeWanted(run, { wanted: new Set(wanted), release: true })
  await hearOthers(run)
  const linkingFrom = performance.now()
  const edges = await linkLibrary(deps.db, key)
  await deps.db.run(finishLibrary, { id, fingerprint })
  const { tally } = run
  return {
    written: tally.written,
    unchanged: source.manifest.size - wanted.length,
    removed,
    docs: tally.docs,
    apis: tally.apis,
    edges,
    ms: {
      total: performance.now() - started,
      embedding: tally.embedding,
      linking: performance.now() - linkingFrom
    }
  }
}

const nothingDone = {
  written: 0,
  removed: 0,
  docs: 0,
  apis: 0,
  edges: { added: 0, removed: 0 },
  ms: { total: 0, embedding: 0, linking: 0 }
} as const

function fingerprintOf(source: OpenSource): string {
  const hash = createHash('sha256').update(JSON.stringify(source.library))
  for (const [path, pageHash] of source.manifest) hash.update(`\n${path}\t${pageHash}`)
  return hash.digest('hex')
}

function libraryProperties(
  library: LibraryRecord,
  key: string
): Record<string, string | readonly string[] | null> {
  const names = [library.name, library.title, ...library.importNames].flatMap(nameForms)
  return { ...library, key, names: [...new Set(names)].join(' ') }
}

/** Takes away what this source once had; what another source brought stays. */
async function removeVanished(run: Run, foreign: ReadonlySet<string>): Promise<number> {
  const gone = [...run.stored.keys()].filter(
    (path) => !run.source.manifest.has(path) && !foreign.has(path)
  )
  for (let i = 0; i < gone.length; i += 200) {
    await removePages(
      run.deps.db,
      gone.slice(i, i + 200).map((path) => pageId(run, path))
    )
  }
  return gone.length
}

function pageId(run: Run, path: string): string {
  return docId(run.key, { path, anchor: '', part: 1 })
}

/** Pages whose account of an API was second best are heard again when the best one changed or went. */
async function hearOthers(run: Run): Promise<void> {
  const rows = await run.deps.db.run(pagesOfLibrary, { library: run.key })
  const again = rows
    .filter((row) => row.hash === '' && run.source.manifest.has(row.path))
    .map((row) => row.path)
  const known = new Map(rows.map((row) => [row.path, row.hash]))
  await writeWanted({ ...run, stored: known }, { wanted: new Set(again), release: false })
}

async function writeWanted(
  run: Run,
  what: { wanted: ReadonlySet<string>; release: boolean }
): Promise<void> {
  if (what.wanted.size === 0) return
  const known = new Set([...run.stored.keys()].map((path) => pageId(run, path)))
  const total = what.wanted.size
  const before = run.tally.written
  let writing: Promise<void> = Promise.resolve()
  try {
    for await (const pages of prefetch(batchesOf(parsed(run, what.wanted)), 1)) {
      const vectors = await embedBatch(run, pages)
      await writing
      throwIfCancelled(run.options.signal)
      await run.deps.requireSpace()
      writing = writePages(run.deps.db, {
        libraryId: libraryId(run.key),
        pages,
        vectors,
        known,
        release: what.release
      })
      writing.catch(() => undefined)
      run.tally.written += pages.length
      run.options.onProgress?.(run.tally.written - before, total)
    }
  } finally {
    await writing
  }
}

/** Pages parsed by the pool, in source order, a bounded number at a time. */
async function* parsed(run: Run, wanted: ReadonlySet<string>): AsyncGenerator<PageRows> {
  const waiting: Promise<PageRecord>[] = []
  const rows = (page: PageRecord) =>
    pageRows(page, {
      library: run.key,
      space: run.options.space,
      source: run.options.reader,
      hash: run.source.manifest.get(page.path) ?? ''
    })
  try {
    for await (const raw of run.source.pages(wanted)) {
      throwIfCancelled(run.options.signal)
      const page = run.deps.pool.parse(raw)
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

async function* batchesOf(pages: AsyncIterable<PageRows>): AsyncGenerator<PageRows[]> {
  let batch: PageRows[] = []
  let nodes = 0
  for await (const page of pages) {
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

async function embedBatch(
  run: Run,
  pages: readonly PageRows[]
): Promise<Map<NodeRow, Float32Array>> {
  const rows = pages.flatMap((page) => [...page.docs, ...page.apis])
  const started = performance.now()
  const { signal } = run.options
  const vectors = await run.deps.embedder.embed(
    rows.map((row) => row.embedText),
    signal === undefined ? {} : { signal }
  )
  run.tally.embedding += performance.now() - started
  run.tally.docs += pages.reduce((n, page) => n + page.docs.length, 0)
  run.tally.apis += pages.reduce((n, page) => n + page.apis.length, 0)
  return new Map(
    rows.flatMap((row, i): [NodeRow, Float32Array][] => (vectors[i] ? [[row, vectors[i]]] : []))
  )
}
