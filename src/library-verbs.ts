import type { Caller } from './domain/caller.js'
import type { LibraryCount, LibrarySource } from './domain/status.js'
import { CairnError } from './errors.js'
import type { Database } from './graph/database.js'
import { libraryCounts, pinLibrary, sourcesOfLibraries } from './graph/queries.js'
import { findLibrary, requireSource } from './ingest/find-library.js'
import { checkIngestInput, type IngestInput } from './ingest/ingest-sources.js'
import { listFolders, type FolderListing } from './ingest/packages/allowed-folders.js'
import { uploadedFile } from './ingest/packages/address.js'
import type { Bringing } from './ingest/packages/bring-source.js'
import {
  previewSource,
  type PreviewQuestion,
  type SourcePreview
} from './ingest/packages/preview-source.js'
import { keepUpload } from './ingest/packages/uploads.js'
import { checkKeep, oldVersions, type OldVersion } from './ingest/prune-libraries.js'
import { nameOfInspection } from './ingest/readers/python-package/inspection.js'
import { plannedRemoval, type LibraryRemoval } from './ingest/remove-library.js'
import type { Job, Jobs } from './jobs/jobs.js'

/** What is to be taken in, as it comes from outside. */
type IngestRequest = Omit<IngestInput, 'space' | 'reader' | 'only'> & {
  readonly reader: string
  readonly only?: string
}

/** A library by key or name, and the one source of it that is meant. */
interface RemovalRequest {
  readonly library: string
  readonly source?: string | null
}

interface PruneRequest {
  readonly keep: number
  /** Name of the one library that is meant. */
  readonly name?: string | null
}

/** What one caller can do with documentation as a whole. */
export interface LibraryVerbs {
  libraries(): Promise<LibraryCount[]>
  /** What these libraries came from. */
  librarySources(libraries: readonly string[]): Promise<LibrarySource[]>
  /** What removing a library of the caller's space, or one source of it, would take. */
  plannedRemoval(what: RemovalRequest): Promise<LibraryRemoval>
  /** Versions of the libraries of the caller's space that are older than those that stay. */
  oldVersions(what: PruneRequest): Promise<OldVersion[]>
  /** Queues the removal of a library of the caller's space, or of one source of it. */
  removeLibrary(what: RemovalRequest): Promise<Job>
  /** Queues the removal of the old versions that nothing uses. */
  pruneLibraries(what: PruneRequest): Promise<Job>
  /** What would come in of a source; nothing is written. */
  previewSource(what: PreviewQuestion): Promise<SourcePreview>
  /** Keeps an archive until it is taken in; the source that it is from then on. */
  keepUpload(name: string, bytes: Uint8Array): Promise<string>
  /** Folders that may be picked from, below one of them or the roots. */
  folders(path: string | null): Promise<FolderListing>
  /** Has a library of the caller's space stay whatever its version is, or not any more. */
  pinLibrary(library: string, pinned: boolean): Promise<LibraryCount>
  /** Queues documentation to be taken in; acknowledged once the job is written down. */
  ingest(input: IngestRequest): Promise<Job>
}

interface LibraryDeps {
  readonly db: Database
  readonly jobs: Jobs
  readonly bringing: Bringing
  readonly roots: readonly string[]
}

export function libraryVerbs(
  { db, jobs, bringing, roots }: LibraryDeps,
  { space, spaces, name: by }: Caller
): LibraryVerbs {
  const meant = async ({ library, source = null }: RemovalRequest) => {
    const key = await findLibrary(db, library, space)
    if (source !== null) await requireSource(db, { library: key, source, space })
    return { library: key, source }
  }
  const old = ({ keep, name = null }: PruneRequest) => ({ keep: checkKeep(keep), name, space })
  return {
    libraries: () => db.run(libraryCounts, { spaces }),
    librarySources: (libraries) => db.run(sourcesOfLibraries, { libraries, spaces }),
    previewSource: (what) => previewSource(what, bringing),
    keepUpload: (name, bytes) => keepUpload(bringing.home, name, bytes),
    folders: (path) => listFolders(roots, path),
    pinLibrary: (library, pinned) => setPinned(db, { library, pinned, space }),
    ingest: (input) => startIngestion(jobs, input, { space, by }),
    plannedRemoval: async (what) => {
      const { library, source } = await meant(what)
      return plannedRemoval(db, library, source)
    },
    oldVersions: async (what) => oldVersions(db, old(what)),
    removeLibrary: async (what) => {
      const input = await meant(what)
      const label = `remove ${[input.library, ...(input.source === null ? [] : [input.source])].join(' ')}`
      return jobs.start({ kind: 'remove-library', label, input, space, by })
    },
    pruneLibraries: async (what) => {
      const input = old(what)
      const label = `prune ${input.name ?? 'libraries'} to ${String(input.keep)}`
      return jobs.start({ kind: 'prune-libraries', label, input, space, by })
    }
  }
}

/** @throws CairnError NOT_FOUND */
async function setPinned(
  db: Database,
  { library, pinned, space }: { library: string; pinned: boolean; space: string }
): Promise<LibraryCount> {
  const key = await findLibrary(db, library, space)
  await db.run(pinLibrary, { key, space, pinned })
  const found = (await db.run(libraryCounts, { spaces: [space] })).find((one) => one.key === key)
  if (found === undefined) throw new CairnError('NOT_FOUND', `${key} was just removed.`)
  return found
}

async function startIngestion(
  jobs: Jobs,
  input: IngestRequest,
  { space, by }: { space: string; by: string }
): Promise<Job> {
  const reader = checkIngestInput(input)
  const [first = ''] = input.sources
  const named =
    input.sources.length === 1 ? (uploadedFile(first)?.name ?? nameOfInspection(first)) : undefined
  const label = `${reader} ${named ?? `${input.sources.length} sources`}`
  return jobs.start({ kind: 'ingest', label, input: { ...input, reader, space }, space, by })
}
