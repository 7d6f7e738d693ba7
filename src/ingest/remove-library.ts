import { libraryId } from '../domain/documentation.js'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import {
  finishLibrary,
  libraryRemoval,
  libraryState,
  pagesToRemove,
  removeLibrary,
  startRemoval
} from '../graph/queries.js'
import { batches } from './batches.js'
import { countUsage } from './count-usage.js'
import { leaseOfLibrary } from './library-lease.js'
import { libraryProperties, readEntries, withoutEntry } from './library-sources.js'
import { linkLibrary } from './link-library.js'
import { pagesPerRemoval, removePages } from './write-pages.js'

/** A library, or one source of it, as it is removed or would be. */
export interface LibraryRemoval {
  /** Key of the library. */
  readonly library: string
  /** The source alone, such as `markdown:docs`; null for all of the library. */
  readonly source: string | null
  readonly pages: number
  /** Sections. */
  readonly docs: number
  readonly apis: number
  /** Of sections and APIs, those that are cited or used: they stay as history. */
  readonly cited: number
}

export interface RemovalRun {
  readonly signal: AbortSignal
  /** Pages removed and pages to remove. */
  report(done: number, total: number): void
}

/** What a removal would take, without taking it. */
export async function plannedRemoval(
  db: Database,
  library: string,
  source: string | null
): Promise<LibraryRemoval> {
  const [row] = await db.run(libraryRemoval, { library, source: source ?? '' })
  return { library, source, ...(row ?? { pages: 0, docs: 0, apis: 0, cited: 0 }) }
}

/**
 * Removes a library, or one source of it, page by page; what was cited or used stays as history and is the same again
 * when it comes back. Stopped at any time it goes on from there. The library itself goes with its last page.
 * @throws CairnError CANCELLED, ALREADY_RUNNING
 */
export async function removeFromLibrary(
  db: Database,
  what: { readonly library: string; readonly source: string | null },
  run: RemovalRun
): Promise<LibraryRemoval> {
  const { library, source } = what
  const id = libraryId(library)
  const lease = await leaseOfLibrary(db, id, run.signal)
  try {
    const fenced = lease.fenced()
    const removed = await plannedRemoval(fenced, library, source)
    const [before] = await fenced.run(libraryState, { id })
    if (before === undefined) return removed
    const entries = source === null ? [] : withoutEntry(readEntries(before), source)
    const emptied = readEntries(before).map((one) =>
      source === null || one.source === source ? { ...one, fingerprint: null } : one
    )
    await fenced.run(startRemoval, { id, sources: JSON.stringify(emptied) })
    await removeAllPages(fenced, what, run)
    const left = await fenced.run(pagesToRemove, { library, source: '' })
    if (left.length === 0) await fenced.run(removeLibrary, { id })
    else {
      await linkLibrary(fenced, library)
      const properties = libraryProperties(before, library, entries)
      await fenced.run(finishLibrary, { id, properties })
    }
    await countUsage(db)
    return removed
  } finally {
    await lease.release()
  }
}

async function removeAllPages(
  db: Database,
  { library, source }: { library: string; source: string | null },
  run: RemovalRun
): Promise<void> {
  const rows = await db.run(pagesToRemove, { library, source: source ?? '' })
  let done = 0
  for (const part of batches(rows, pagesPerRemoval)) {
    if (run.signal.aborted) throw stopped(library, done, rows.length)
    await removePages(
      db,
      part.map(({ page }) => page)
    )
    done += part.length
    run.report(done, rows.length)
  }
}

function stopped(library: string, done: number, total: number): CairnError {
  return new CairnError(
    'CANCELLED',
    `Cancelled: ${String(done)} of ${String(total)} pages of ${library} are removed; the same command removes the rest, and taking it in again brings them back.`
  )
}
