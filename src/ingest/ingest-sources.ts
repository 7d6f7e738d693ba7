import { badInput, CairnError } from '../errors.js'
import { libraryKey, type LibraryRecord } from '../domain/documentation.js'
import { countUsage } from './count-usage.js'
import { ingestSource, type IngestDeps, type IngestReport } from './ingest-source.js'
import {
  bringSource,
  requireReaderFor,
  type Bringing,
  type BroughtSource
} from './packages/bring-source.js'
import { createParsePool } from './parse-pool.js'
import { readerKinds, type OpenSource, type ReaderKind } from './reader.js'
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
  /** What the source is called among those of its library, and below which its pages stand then. */
  readonly source?: string
  readonly space: string
}

export interface IngestRun {
  readonly workers: number
  readonly signal: AbortSignal
  /** Pages done and pages to do, over all sources. */
  report(done: number, total: number): void
}

/** Bytes of one page above which a source is refused: no page of documentation that people read is larger. */
export const maxPageBytes = 16 * 1024 * 1024

const maxSources = 1_000

/** @throws CairnError BAD_INPUT naming what is wrong with the request */
export function checkIngestInput(input: {
  reader: string
  sources: readonly string[]
  only?: string
  with?: readonly string[]
  source?: string
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
  for (const source of input.sources) requireReaderFor(source, reader)
  checkPackageOptions(reader, input)
  checkSourceName(input)
  return reader
}

function checkSourceName({
  source,
  sources
}: {
  source?: string
  sources: readonly string[]
}): void {
  if (source === undefined) return
  if (sources.length > 1)
    throw badInput('source', source, 'nothing, where there are several sources')
  const parts = source.split('/')
  const isPath = source.length <= 200 && parts.every((part) => /^(?!\.+$)[\w.@ +-]+$/.test(part))
  if (!isPath) throw badInput('source', source, 'a name such as guides, or a path such as docs/api')
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
  deps: Omit<IngestDeps, 'pool'> & { readonly bringing: Bringing },
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
  const brought: BroughtSource[] = []
  const opened: OpenSource[] = []
  try {
    for (const source of input.sources) {
      const lies = await bringSource(source, deps.bringing, signal)
      brought.push(lies)
      const one = named(await reader.open(lies.source, options), input.source)
      opened.push({ ...one, remarks: [...lies.remarks, ...one.remarks] })
    }
    requireDifferent(opened)
    return await ingestOpened(deps, opened, { input, run })
  } finally {
    await Promise.all(brought.map((one) => one.release()))
  }
}

async function ingestOpened(
  deps: Omit<IngestDeps, 'pool'>,
  opened: readonly OpenSource[],
  { input, run }: { input: IngestInput; run: IngestRun }
): Promise<IngestReport[]> {
  const { signal } = run
  const total = opened.reduce((sum, source) => sum + source.manifest.size, 0)
  const pool = createParsePool(run.workers)
  try {
    const reports: IngestReport[] = []
    let before = 0
    for (const source of opened) {
      const { size } = source.manifest
      let kept = 0
      const onProgress = (done: number, wanted: number) => {
        kept = size - wanted + done
        run.report(before + kept, total)
      }
      const to = { space: input.space, reader: input.reader, signal, onProgress }
      reports.push(
        await ingestSource(source, { ...deps, pool }, to).catch((error: unknown) => {
          const later = opened.length - reports.length - 1
          throw sayingWhatIsKept(error, source, { kept, later })
        })
      )
      before += size
      run.report(before, total)
    }
    await countUsage(deps.db)
    return reports
  } finally {
    await pool.close()
  }
}

function named(source: OpenSource, name: string | undefined): OpenSource {
  return name === undefined ? source : { ...source, source: { name, below: name } }
}

/** Of two sources of one name the second would replace the first, unless each is a part. @throws CairnError BAD_INPUT */
function requireDifferent(opened: readonly OpenSource[]): void {
  const names = opened
    .filter(({ source }) => source.covers === undefined)
    .map(({ library, source }) => `${source.name} of ${libraryKey(library)}`)
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (twice === undefined) return
  const expected =
    'sources of different names in each library; take them in one by one, with --source'
  throw badInput('sources', twice, expected)
}

/** A cancelled ingestion keeps whole pages, and says how many. */
function sayingWhatIsKept(
  error: unknown,
  { library, source, manifest }: OpenSource,
  { kept, later }: { kept: number; later: number }
): unknown {
  if (!(error instanceof CairnError) || error.code !== 'CANCELLED') return error
  const rest = later === 0 ? '' : ` Sources after it that were not begun: ${String(later)}.`
  return new CairnError(
    'CANCELLED',
    `Cancelled: ${String(kept)} of ${String(manifest.size)} pages of ${libraryKey(library)} (${source.name}) are written and kept; the same command goes on from there.${rest}`
  )
}
