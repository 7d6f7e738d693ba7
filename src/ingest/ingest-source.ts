import { createHash } from 'node:crypto'
import { apiId, docId, libraryId, libraryKey } from '../domain/documentation.js'
import { scopedKey } from '../domain/scoped-id.js'
import type { Database } from '../graph/database.js'
import {
  adoptPages,
  anyRetired,
  finishLibrary,
  libraryState,
  pagesOfLibrary,
  pagesWaiting,
  startLibrary
} from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'
import { batches } from './batches.js'
import { leaseOfLibrary, throwIfCancelled } from './library-lease.js'
import { libraryProperties, readEntries, withEntry, type SourceEntry } from './library-sources.js'
import { linkLibrary } from './link-library.js'
import { ownPages } from './own-pages.js'
import type { NodeRow, PageRows } from './page-rows.js'
import type { ParsePool } from './parse-pool.js'
import { parsedBatches } from './parsed-pages.js'
import { placeSource, type PlacedSource } from './placed-source.js'
import { prefetch } from './prefetch.js'
import type { OpenSource, ReaderKind } from './reader.js'
import { pagesPerRemoval, removePages, writePages } from './write-pages.js'

export interface IngestDeps {
  readonly db: Database
  readonly embedder: Embedder
  readonly pool: ParsePool
  /** Called before each transaction; throws where there is no room for it. */
  requireSpace(): Promise<void>
}

export interface IngestOptions {
  readonly space: string
  /** The kind of source. */
  readonly reader: ReaderKind
  readonly signal?: AbortSignal
  /** Called after each batch with pages done and pages to do. */
  readonly onProgress?: (done: number, total: number) => void
}

/** What an ingestion did: pages by fate, nodes written, and where the milliseconds went. */
export interface IngestReport {
  readonly library: string
  /** Which of the library's sources came in, such as `markdown:docs`. */
  readonly source: string
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

interface Run {
  readonly deps: IngestDeps
  readonly options: IngestOptions
  readonly source: PlacedSource
  readonly key: string
  /** Path and hash of the pages that the graph held when the run began. */
  readonly stored: ReadonlyMap<string, string>
  /** Whether pages of the library may be history that comes back: a new library is written faster without asking. */
  readonly revive: boolean
  readonly tally: { written: number; docs: number; apis: number; embedding: number }
}

/**
 * Brings the graph in line with a source: pages that changed are written, each in one transaction
 * with all its sections, those that vanished are removed, everything else is left alone. Can be
 * killed at any time and started again: the graph ends as if built in one go.
 * @throws CairnError CANCELLED, and what the source, the embedder or the graph throw
 */
export async function ingestSource(
  opened: OpenSource,
  deps: IngestDeps,
  options: IngestOptions
): Promise<IngestReport> {
  const started = performance.now()
  const source = placeSource(opened, options.reader)
  const key = scopedKey(libraryKey(source.library), options.space)
  const id = libraryId(key)
  const fingerprint = fingerprintOf(source)
  const base = {
    library: key,
    source: source.id,
    pages: source.manifest.size,
    remarks: source.remarks
  }
  if (await isUnchanged(deps.db, { id, key, source: source.id, fingerprint })) {
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
    const bringing = { ...options, key, id, fingerprint, started }
    return { ...base, ...(await bringInLine(source, fenced, bringing)) }
  } finally {
    await lease.release()
  }
}

/** Whether all of the source is there as it was when it last came in, and no page of it is to be read again. */
async function isUnchanged(
  db: Database,
  known: { id: string; key: string; source: string; fingerprint: string }
): Promise<boolean> {
  const { id, key: library, source, fingerprint } = known
  const [state] = await db.run(libraryState, { id })
  const entry = readEntries(state).find((one) => one.source === source)
  if (entry?.fingerprint !== fingerprint) return false
  const [row] = await db.run(pagesWaiting, { library, source })
  return row?.waiting === 0
}

interface Bringing extends IngestOptions {
  readonly key: string
  readonly id: string
  readonly fingerprint: string
  readonly started: number
}

async function bringInLine(
  source: PlacedSource,
  deps: IngestDeps,
  options: Bringing
): Promise<Omit<IngestReport, 'library' | 'source' | 'pages' | 'remarks'>> {
  const { key, id, fingerprint, started, space } = options
  const [state] = await deps.db.run(libraryState, { id })
  const entries = (print: string | null) => withEntry(readEntries(state), entryOf(source, print))
  const properties = (print: string | null) =>
    libraryProperties(source.library, key, entries(print))
  const { own, adopts } = ownPages(source, key, await deps.db.run(pagesOfLibrary, { library: key }))
  await deps.db.run(startLibrary, { id, properties: properties(null), space })
  if (adopts) await deps.db.run(adoptPages, { library: key, kind: source.kind, source: source.id })
  const stored = new Map(own.map((row) => [row.path, row.hash]))
  const tally = { written: 0, docs: 0, apis: 0, embedding: 0 }
  const revive = stored.size > 0 || (await hasHistory(deps.db, key))
  const run: Run = { deps, options, source, key, stored, revive, tally }
  const removed = await removeVanished(run)
  const wanted = [...source.manifest]
    .filter(([path, hash]) => stored.get(path) !== hash)
    .map(([path]) => path)
  await writeWanted(run, { wanted: new Set(wanted), release: true })
  await hearOthers(run)
  const linkingFrom = performance.now()
  const edges = await linkLibrary(deps.db, key)
  await deps.db.run(finishLibrary, { id, properties: properties(fingerprint) })
  const { embedding, ...written } = tally
  return {
    ...written,
    unchanged: source.manifest.size - wanted.length,
    removed,
    edges,
    ms: {
      total: performance.now() - started,
      embedding,
      linking: performance.now() - linkingFrom
    }
  }
}

function entryOf({ id, library }: PlacedSource, fingerprint: string | null): SourceEntry {
  const { title, importNames, homepage } = library
  return { source: id, fingerprint, title, importNames, homepage }
}

const nothingDone = {
  written: 0,
  removed: 0,
  docs: 0,
  apis: 0,
  edges: { added: 0, removed: 0 },
  ms: { total: 0, embedding: 0, linking: 0 }
} as const

function fingerprintOf(source: PlacedSource): string {
  const hash = createHash('sha256').update(JSON.stringify(source.library))
  for (const [path, pageHash] of source.manifest) hash.update(`\n${path}\t${pageHash}`)
  return hash.digest('hex')
}

/** Removes what this source once had; what another source brought stays. */
async function removeVanished(run: Run): Promise<number> {
  const { source } = run
  const gone = [...run.stored.keys()].filter(
    (path) => !source.manifest.has(path) && source.covers(path)
  )
  for (const paths of batches(gone, pagesPerRemoval)) {
    await removePages(
      run.deps.db,
      paths.map((path) => pageId(run, path))
    )
  }
  return gone.length
}

async function hasHistory(db: Database, key: string): Promise<boolean> {
  const docs = docId(key, { path: '', anchor: '', part: 1 })
  const [row] = await db.run(anyRetired, { docs, apis: apiId(key, '') })
  return row?.retired === true
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
  await writeWanted(
    { ...run, stored: known, revive: true },
    { wanted: new Set(again), release: false }
  )
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
  const { source, key: library, options, deps } = run
  const to = { library, space: options.space }
  const parsing = { source, pool: deps.pool, to, signal: options.signal }
  options.onProgress?.(0, total)
  try {
    for await (const pages of prefetch(parsedBatches(parsing, what.wanted), 1)) {
      const vectors = await embedBatch(run, pages)
      await writing
      throwIfCancelled(run.options.signal)
      await run.deps.requireSpace()
      writing = writePages(run.deps.db, {
        libraryId: libraryId(run.key),
        pages,
        vectors,
        known,
        release: what.release,
        revive: run.revive
      })
      writing.catch(() => undefined)
      run.tally.written += pages.length
      run.options.onProgress?.(run.tally.written - before, total)
    }
  } finally {
    await writing
  }
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
