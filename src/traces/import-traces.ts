import { resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { CairnError } from '../errors.js'
import { formatNamed, traceFormats } from './formats/detect-format.js'
import type { Where } from './formats/format.js'
import { createBatches } from './import-batches.js'
import { createTally, type ImportSummary, type ImportTally } from './import-summary.js'
import { isPrepared, type Prepared, type PreparedTrace } from './prepare-trace.js'
import { readProblems } from './read-problems.js'
import { readTraceFiles, type ReadTraceOptions, type TraceFileItem } from './read-trace-files.js'
import type { RecordDeps } from './record-traces.js'
import { safeText } from './redact-trace.js'
import { openRejectedFile } from './rejected-file.js'

export interface ImportInput {
  readonly paths: readonly string[]
  /** Reads every file as this format instead of telling it from the content. */
  readonly format?: string | null
  /** Only says what would be done. */
  readonly dryRun?: boolean
  /** File of the problems that attempts name. */
  readonly problems?: string | null
  /** What was refused is written there as it came, a line each: its secrets too. */
  readonly rejectedFile?: string | null
  readonly redactHomes?: boolean
  readonly redactEmails?: boolean
}

export interface ImportDeps extends RecordDeps {
  /** @throws CairnError DISK_FULL */
  requireSpace(): Promise<void>
}

export interface ImportRun {
  readonly signal: AbortSignal
  /** Traces met so far; how many there are is known only at the end. */
  report(done: number, total: number): void
}

const mostPaths = 1_000
/** Traces that are checked while the one before is waited for: what bounds memory. */
const checkedAhead = 8

/** The input with its paths made absolute. @throws CairnError BAD_INPUT naming what is wrong with the request */
export function checkImportInput(input: ImportInput): ImportInput {
  const blank = input.paths.findIndex((path) => path.trim() === '')
  if (input.paths.length === 0 || input.paths.length > mostPaths || blank >= 0) {
    const field = blank >= 0 ? `paths[${blank}]` : 'paths'
    const value = blank >= 0 ? '' : String(input.paths.length)
    const expected = `1 to ${mostPaths} files or folders with traces`
    throw new CairnError('BAD_INPUT', `${field} is '${value}'; expected ${expected}.`, {
      details: { field, value, expected }
    })
  }
  if (input.format != null) formatNamed(traceFormats(), input.format)
  return { ...input, paths: input.paths.map((path) => resolve(path)) }
}

/**
 * Reads traces from files and folders and records them batch by batch, each whole or not at all. Stopped and run again
 * it passes quickly over what is known. One bad file, line or trace is counted and stops nothing.
 * @throws CairnError NOT_FOUND (a path), BAD_SOURCE (the problems), CANCELLED, and what recordTraces throws
 */
export async function importTraces(
  deps: ImportDeps,
  input: ImportInput & { readonly space: string },
  run: ImportRun
): Promise<ImportSummary> {
  const started = performance.now()
  const { dryRun = false, rejectedFile = null } = input
  const options = await readingOptions(input, run.signal)
  const tally = createTally()
  const rejected = rejectedFile === null ? undefined : openRejectedFile(rejectedFile)
  const batches = createBatches(deps, { input, tally, run })
  const take = async ({ item, checked }: Checking) => {
    const prepared = sort(item, await checked, tally)
    if (typeof prepared === 'object') await batches.add(prepared, item)
    else if (prepared === 'rejected' && 'trace' in item) await rejected?.add(item.trace)
    await nextTurn()
  }
  const items = readTraceFiles(input.paths, options)
  try {
    for await (const one of startedAhead(items, (item) => checking(deps, item, input)))
      await take(one)
    await batches.end()
  } catch (error) {
    await batches.settle()
    throw run.signal.aborted ? stopped(error) : error
  } finally {
    await rejected?.end()
  }
  const ms = performance.now() - started
  return tally.summary(deps.db, { dryRun, rejectedFile, ms })
}

async function readingOptions(input: ImportInput, signal: AbortSignal): Promise<ReadTraceOptions> {
  const { format, problems } = input
  return {
    signal,
    ...(format == null ? {} : { format }),
    ...(problems == null ? {} : { problems: await readProblems(problems) })
  }
}

function stopped(cause: unknown): CairnError {
  const message =
    'The import was stopped; what was taken in stays, and the same import goes on from there.'
  return new CairnError('CANCELLED', message, { cause })
}

/** What is started of each, in order, the next ones being under way already. */
async function* startedAhead<T, R>(
  items: AsyncIterable<T>,
  start: (item: T) => R
): AsyncGenerator<R> {
  const waiting: R[] = []
  for await (const item of items) {
    waiting.push(start(item))
    const first = waiting.length > checkedAhead ? waiting.shift() : undefined
    if (first !== undefined) yield first
  }
  yield* waiting
}

interface Checking {
  readonly item: TraceFileItem
  /** Nothing for what was passed over. */
  readonly checked: Promise<Prepared | undefined>
}

function checking(
  { reading }: Pick<ImportDeps, 'reading'>,
  item: TraceFileItem,
  { space, redactHomes, redactEmails }: ImportInput & { readonly space: string }
): Checking {
  if ('skipped' in item) return { item, checked: Promise.resolve(undefined) }
  const { file, format = '' } = item
  const redact = { homes: redactHomes === true, emails: redactEmails === true }
  const how = { space, redact, from: { file, format } }
  const checked = reading.check([item.trace], how).then(([prepared]) => prepared)
  // Whoever takes it hears of a failure; after another nobody does.
  checked.catch(() => undefined)
  return { item, checked }
}

/** Says what an item is, and counts what will not be written. */
function sort(
  item: TraceFileItem,
  prepared: Prepared | undefined,
  tally: ImportTally
): PreparedTrace | 'rejected' | 'skipped' {
  const { file, line, index } = item
  const where: Where = {
    file,
    ...(line === undefined ? {} : { line }),
    ...(index === undefined ? {} : { index })
  }
  if ('skipped' in item) {
    if (item.elsewhere === true) {
      tally.elsewhere()
      return 'skipped'
    }
    tally.count(item, { skipped: 1 })
    tally.fault({ ...where, kind: 'skipped', reason: safeText(item.skipped) })
    return 'skipped'
  }
  if (prepared === undefined) throw new CairnError('BUG', 'a trace was not checked')
  if (isPrepared(prepared)) return prepared
  const { path, reason, expected } = prepared
  tally.count(item, { rejected: 1 })
  tally.fault({
    ...where,
    kind: 'rejected',
    path: path ?? '',
    reason: reason ?? '',
    expected: expected ?? ''
  })
  return 'rejected'
}
