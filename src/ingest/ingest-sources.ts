import { badInput, CairnError } from '../errors.js'
import type { LibraryRecord } from '../domain/documentation.js'
import { countUsage } from './count-usage.js'
import { ingestSource, type IngestDeps, type IngestReport } from './ingest-source.js'
import { createParsePool } from './parse-pool.js'
import { readerKinds, type ReaderKind } from './reader.js'
import { readers } from './readers/readers.js'

export interface IngestInput {
  readonly reader: ReaderKind
  /** Folders, files or package names, as the reader takes them. */
  readonly sources: readonly string[]
  readonly library?: Partial<Pick<LibraryRecord, 'name' | 'version' | 'ecosystem'>>
  /** Of packages, one half alone. */
  readonly only?: 'api' | 'docs'
  /** Sisters of npm packages that come in with them. */
  readonly with?: readonly string[]
  readonly space: string
}

export interface IngestRun {
  readonly workers: number
  readonly signal: AbortSignal
  /** Pages done and pages to do, over all sources. */
  report(done: number, total: number): void
}

/** Bytes of one page above which a source is refused: no page of documentation that people read is larger. */
const maxPageBytes = 16 * 1024 * 1024

const maxSources = 1_000

/** @throws CairnError BAD_INPUT naming what is wrong with the request */
export function checkIngestInput(input: {
  reader: string
  sources: readonly string[]
  only?: string
  with?: readonly string[]
}): ReaderKind {
  const reader = readerKinds.find((kind) => kind === input.reader)
  if (reader === undefined) {
    throw badInput('reader', input.reader, `one of ${readerKinds.join(', ')}`)
  }
  if (input.sources.length === 0 || input.sources.length > maxSources) {
    throw badInput(
      'sources',
      String(input.sources.length),
      `1 to ${maxSources} folders, files or package names`
    )
  }
  const blank = input.sources.findIndex((source) => source.trim() === '')
  if (blank >= 0) throw badInput(`sources[${blank}]`, '', 'a folder, file or package name')
  checkPackageOptions(reader, input)
  return reader
}

function checkPackageOptions(
  reader: ReaderKind,
  { only, with: sisters = [] }: { only?: string; with?: readonly string[] }
): void {
  if (only !== undefined && only !== 'api' && only !== 'docs')
    throw badInput('only', only, 'api or docs')
  if (only !== undefined && !reader.endsWith('-package'))
    throw badInput('only', only, `nothing, for ${reader}: it is for packages`)
  if (sisters.length > 0 && reader !== 'npm-package')
    throw badInput('with', sisters.join(', '), `nothing, for ${reader}: it is for npm packages`)
  if (sisters.length > 50) throw badInput('with', String(sisters.length), 'at most 50 packages')
}

/** Takes in several sources, one after the other; all are looked through before the first is written. */
export async function ingestSources(
  deps: Omit<IngestDeps, 'pool'>,
  input: IngestInput,
  run: IngestRun
): Promise<IngestReport[]> {
  const { signal } = run
  const reader = readers[input.reader]
  const options = {
    maxPageBytes,
    signal,
    ...(input.library === undefined ? {} : { library: input.library }),
    ...(input.only === undefined ? {} : { only: input.only }),
    ...(input.with === undefined ? {} : { with: input.with })
  }
  const opened = []
  for (const source of input.sources) opened.push(await reader.open(source, options))
  const total = opened.reduce((sum, source) => sum + source.manifest.size, 0)
  const pool = createParsePool(run.workers)
  try {
    const reports: IngestReport[] = []
    let before = 0
    for (const source of opened) {
      const skipped = (wanted: number) => source.manifest.size - wanted
      const kept = { done: 0, wanted: source.manifest.size }
      const onProgress = (done: number, wanted: number) => {
        Object.assign(kept, { done, wanted })
        run.report(before + skipped(wanted) + done, total)
      }
      const to = { space: input.space, reader: input.reader, signal, onProgress }
      reports.push(
        await ingestSource(source, { ...deps, pool }, to).catch((error: unknown) => {
          throw sayingWhatIsKept(error, source.library.name, kept)
        })
      )
      before += source.manifest.size
      run.report(before, total)
    }
    await countUsage(deps.db)
    return reports
  } finally {
    await pool.close()
  }
}

/** A cancelled ingestion keeps whole pages, and says how many. */
function sayingWhatIsKept(
  error: unknown,
  library: string,
  { done, wanted }: { done: number; wanted: number }
): unknown {
  if (!(error instanceof CairnError) || error.code !== 'CANCELLED') return error
  return new CairnError(
    'CANCELLED',
    `Cancelled: ${String(done)} of ${String(wanted)} pages of ${library} are written and kept; the same command goes on from there.`
  )
}
