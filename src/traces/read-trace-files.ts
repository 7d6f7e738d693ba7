import { detectFormat, formatNamed, traceFormats } from './formats/detect-format.js'
import type { AttemptedProblem } from './formats/attempts.js'
import type {
  FormatName,
  FormatSource,
  ReadTrace,
  SourceItem,
  TraceFormat,
  Where
} from './formats/format.js'
import { draftSize } from './formats/step-draft.js'
import { subRunOf, type SubRun } from './formats/sub-run.js'
import { whatItIs } from './formats/what-it-is.js'
import { findTraceFiles } from './find-trace-files.js'
import { judgedByTrial, trialOf } from './harbor-trial.js'
import { createOnce, type Once } from './held-elsewhere.js'
import { openTraceFile, traceFileLimits, type TraceFileLimits } from './open-trace-file.js'
import { deepestSubAgent } from './sub-agent-files.js'
import { systemCode } from './system-code.js'

export interface ReadTraceOptions {
  /** Reads every file as this format instead of telling it from the content. */
  readonly format?: string
  /** The problems that attempts may name. */
  readonly problems?: ReadonlyMap<string, AttemptedProblem>
  readonly limits?: Partial<TraceFileLimits>
  readonly signal?: AbortSignal
  /** What tells which run another file holds too; what is read, unless told. */
  readonly once?: Once
}

/** A trace still to be checked, or what was passed over and why; `format` once it is known. `elsewhere`: it is read with another file. */
export type TraceFileItem = Where & { readonly format?: FormatName } & (
    | { readonly trace: unknown }
    | { readonly skipped: string; readonly untold?: unknown; readonly elsewhere?: true }
  )

const sampleSize = 20

/**
 * Reads all traces of files and folders (.json, .jsonl, .ndjson, .traj, each also .gz, and chats in Markdown), file by
 * file in the order of their names. JSON Lines are streamed. One bad file or line is an item with
 * its reason and stops nothing else. A run is read once: of a trial of Harbor, and of sessions of
 * Claude Code that were resumed under another name, the file that holds the most.
 * @throws CairnError NOT_FOUND (a path is not there), BAD_INPUT (no such format)
 */
export async function* readTraceFiles(
  paths: readonly string[],
  options: ReadTraceOptions = {}
): AsyncIterable<TraceFileItem> {
  const formats = traceFormats(options.problems)
  const named = options.format === undefined ? undefined : formatNamed(formats, options.format)
  const limits = { ...traceFileLimits, ...options.limits }
  const once = options.once ?? createOnce(paths)
  for await (const found of findTraceFiles(paths)) {
    if ('skipped' in found) {
      yield found
      continue
    }
    yield* readOnce(found.file, once, { formats, named, limits, signal: options.signal })
  }
}

/** Reads the traces of one value, as if a file held nothing else. */
export async function* readTraceValue(value: unknown, file: string): AsyncIterable<TraceFileItem> {
  const layout = 'document'
  const format = detectFormat(traceFormats(), { file, layout, values: [value] })
  if (format === undefined) {
    yield { file, skipped: whatItIs(value) }
    return
  }
  const items = alone({ value, where: { file } })
  for await (const read of format.read({ file, layout, items })) yield* tasksOf(read, format.name)
}

async function* alone(item: SourceItem): AsyncIterable<SourceItem> {
  yield await Promise.resolve(item)
}

/** A file that no other one stands for; where a trial ran it, judged by that. */
async function* readOnce(file: string, once: Once, reading: Reading): AsyncIterable<TraceFileItem> {
  const trial = await trialOf(file)
  const told = trial?.beside ?? (await once.heldElsewhere(file))
  if (told !== undefined) {
    yield { file, skipped: told, elsewhere: true }
    return
  }
  const isJudged = trial?.outcome !== undefined
  const { subs, left } = await subRunsOf(file, { once, reading, depth: 0 })
  if (left > 0) {
    const skipped = `what ${String(left)} of its sub-agents did is too long to be joined to it`
    yield { file, skipped }
  }
  for await (const item of readFile(file, { ...reading, isJudged, subs }))
    yield trial && 'trace' in item ? { ...item, trace: judgedByTrial(item.trace, trial) } : item
}

/** Characters of what sub-agents did that are joined to one session. */
const mostJoined = 16_000_000

/** What the sub-agents did that the session of a file started, each read whole, with those that it started itself. */
async function subRunsOf(
  file: string,
  { once, reading, depth }: { once: Once; reading: Reading; depth: number }
): Promise<{ subs: SubRun[]; left: number }> {
  const subs: SubRun[] = []
  let [size, left] = [0, 0]
  for (const { file: apart, ids, parent } of await once.startedBy(file)) {
    if (depth >= deepestSubAgent || size > mostJoined) {
      left += 1
      continue
    }
    const { subs: own } = await subRunsOf(apart, { once, reading, depth: depth + 1 })
    for await (const read of readFile(apart, { ...reading, isJudged: true, subs: own })) {
      const sub = subRunOf(read, ids, parent)
      if (!sub) continue
      subs.push(sub)
      size += sub.steps().reduce((sum, step) => sum + draftSize(step), 0)
    }
  }
  return { subs, left }
}

interface Reading {
  readonly formats: readonly TraceFormat[]
  readonly named: TraceFormat | undefined
  readonly limits: TraceFileLimits
  readonly signal: AbortSignal | undefined
  /** Somebody judged what it holds as a whole: then it is one task. */
  readonly isJudged?: boolean
  readonly subs?: readonly SubRun[]
}

/** What was read, a trace for each of its tasks. */
function* tasksOf(
  { where, ...read }: ReadTrace,
  format: FormatName,
  isJudged = false
): Iterable<TraceFileItem> {
  if ('skipped' in read) yield { ...where, format, ...read }
  else {
    const { trace, tasks = [trace] } = read
    for (const one of isJudged ? [trace] : tasks) yield { ...where, format, trace: one }
  }
}

async function* readFile(file: string, reading: Reading): AsyncIterable<TraceFileItem> {
  let format: TraceFormat | undefined
  try {
    const source = await openTraceFile(file, reading.limits)
    const { sample, items } = await peek(source.items)
    format =
      reading.named ??
      detectFormat(reading.formats, { file, layout: source.layout, values: valuesOf(sample) })
    if (!format) {
      yield* unrecognised(file, sample)
      await items.return(undefined)
      return
    }
    const all = { [Symbol.asyncIterator]: () => items }
    const { subs = [] } = reading
    for await (const read of format.read({ ...source, items: all, subs })) {
      reading.signal?.throwIfAborted()
      yield* tasksOf(read, format.name, reading.isJudged)
    }
  } catch (error) {
    reading.signal?.throwIfAborted()
    const code = systemCode(error)
    // Everything else is a fault of ours and goes up.
    if (code === undefined) throw error
    yield {
      file,
      ...(format && { format: format.name }),
      skipped: `it cannot be read to its end (${code})`
    }
  }
}

/** Takes the first values and gives back a sequence that begins with them. */
async function peek(items: FormatSource['items']) {
  const rest = items[Symbol.asyncIterator]()
  const sample: SourceItem[] = []
  while (sample.length < sampleSize) {
    const next = await rest.next()
    if (next.done === true) break
    sample.push(next.value)
  }
  return { sample, items: resumed([...sample], rest) }
}

async function* resumed(
  first: SourceItem[],
  rest: AsyncIterator<SourceItem>
): AsyncGenerator<SourceItem> {
  try {
    // Each is let go once it was handed on: the sample may be the better part of memory.
    for (let item = first.shift(); item; item = first.shift()) yield item
    for (let next = await rest.next(); next.done !== true; next = await rest.next())
      yield next.value
  } finally {
    await rest.return?.()
  }
}

function valuesOf(sample: readonly SourceItem[]): unknown[] {
  return sample.flatMap((item) => ('value' in item ? [item.value] : []))
}

/** The reasons of what could not be parsed; then, where something could, what it is that no format knows. */
function* unrecognised(file: string, sample: readonly SourceItem[]): Iterable<TraceFileItem> {
  for (const item of sample) if ('skipped' in item) yield { ...item.where, skipped: item.skipped }
  const [first] = valuesOf(sample)
  if (sample.length === 0) yield { file, skipped: 'it is empty' }
  else if (first !== undefined) yield { file, skipped: whatItIs(first) }
}
