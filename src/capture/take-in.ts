import type { Once } from '../traces/held-elsewhere.js'
import { readTraceFiles, readTraceValue, type TraceFileItem } from '../traces/read-trace-files.js'
import { decide, type Consent } from './consent.js'
import type { LedgerEntry } from './ledger.js'
import { assembleSession } from './opencode-store.js'
import { projectOf } from './project-of.js'
import { projectsAt } from './projects-at.js'
import { sessionOf, type Recording } from './recordings.js'
import { bytesOf, mostBytes, sendable } from './sendable.js'

/** What became of one trace that was sent. */
export interface Sent {
  readonly status: 'accepted' | 'known' | 'rejected'
  readonly reason: string | null
  readonly expected: string | null
  /** Whether it was refused because it was deleted before. */
  readonly deleted: boolean
}

export interface TakeIn {
  readonly host: string
  readonly consent: Consent
  /** Whether projects that nobody spoke of are taken too. */
  readonly all: boolean
  /** Records traces and says what became of each, in order. */
  readonly send: (traces: readonly unknown[]) => Promise<readonly Sent[]>
  readonly signal?: AbortSignal
  /** What tells which session goes on in another file: it is read there. */
  readonly once?: Once
}

/** What became of a recording, and how many of its traces were new or had grown. */
export interface TakenIn {
  readonly entry: LedgerEntry
  readonly fresh: number
}

/**
 * Reads a recording and records what it holds, where that was agreed to. Nothing but its beginning is read before the
 * project is known, and nothing is sent of a project that said no.
 * @throws what `send` throws; a recording that cannot be read is an entry that says why
 */
export async function takeIn(recording: Recording, how: TakeIn): Promise<TakenIn> {
  const known = [...how.consent.include, ...how.consent.exclude]
  const project = projectOf(recording.file, known)
  const entry = entryOf(recording, project)
  if (recording.unread !== undefined)
    return { entry: entry({ state: 'unread', reason: recording.unread }), fresh: 0 }
  // Where the beginning does not tell, each session that is found in it may.
  if (project !== null) {
    const decision = decide(project, how.consent, how.all)
    if (!decision.may) return { entry: entry(decision), fresh: 0 }
  }
  const tally = {
    sent: [] as Sent[],
    reasons: [] as string[],
    elsewhere: false,
    not: null as NotAsked | null
  }
  let held: unknown[] = []
  let bytes = 0
  const flush = async () => {
    if (held.length > 0) tally.sent.push(...(await how.send(held)))
    held = []
    bytes = 0
  }
  const names = namesFor(recording.file, how.host)
  const inProject = projectFor()
  for await (const item of itemsOf(recording, how)) {
    if ('skipped' in item) {
      noteSkipped(tally, item)
      continue
    }
    const where = project ?? folderOf(item.trace)
    const decision = decide(where, how.consent, how.all)
    if (!decision.may) {
      tally.not = { ...decision, project: where }
      continue
    }
    const trace = sendable(inProject(names(item.trace), where))
    const size = bytesOf(trace)
    if (held.length >= atOnce || bytes + size > mostBytes) await flush()
    held.push(trace)
    bytes += size
  }
  await flush()
  return resultOf(tally, entry)
}

const atOnce = 50

function noteSkipped(
  tally: { readonly reasons: string[]; elsewhere: boolean },
  { skipped, elsewhere }: { readonly skipped: string; readonly elsewhere?: true }
): void {
  tally.reasons.push(skipped)
  tally.elsewhere ||= elsewhere === true
}

interface NotAsked {
  readonly state: 'waiting' | 'off'
  readonly reason: string
  readonly project: string | null
}

interface Tally {
  readonly sent: readonly Sent[]
  readonly reasons: readonly string[]
  readonly elsewhere: boolean
  readonly not: NotAsked | null
}

function entryOf({ size, mtimeMs }: Recording, project: string | null) {
  return (said: {
    readonly state: LedgerEntry['state']
    readonly reason?: string | null
    readonly traces?: number
    readonly project?: string | null
  }): LedgerEntry => ({
    size,
    mtimeMs,
    at: new Date().toISOString(),
    state: said.state,
    traces: said.traces ?? 0,
    reason: said.reason?.slice(0, 500) ?? null,
    project: said.project ?? project
  })
}

function resultOf(
  { sent, reasons, elsewhere, not }: Tally,
  entry: ReturnType<typeof entryOf>
): TakenIn {
  const kept = sent.filter(({ status }) => status !== 'rejected')
  const fresh = sent.filter(({ status }) => status === 'accepted').length
  if (kept.length > 0) return { entry: entry({ state: 'taken', traces: kept.length }), fresh }
  if (sent.some(({ deleted }) => deleted))
    return { entry: entry({ state: 'deleted', reason: 'it was deleted' }), fresh: 0 }
  if (not !== null) return { entry: entry(not), fresh: 0 }
  if (elsewhere)
    return { entry: entry({ state: 'elsewhere', reason: reasons[0] ?? null }), fresh: 0 }
  const [refused] = sent
  const why =
    refused === undefined
      ? reasons[0]
      : `${refused.reason ?? ''}${refused.expected === null ? '' : `; expected ${refused.expected}`}`
  return { entry: entry({ state: 'unread', reason: why ?? 'it holds no session' }), fresh: 0 }
}

function itemsOf(
  { file }: Recording,
  { host, signal, once }: TakeIn
): AsyncIterable<TraceFileItem> {
  if (host === 'opencode') {
    const session = assembleSession(file)
    return session !== null && 'startedIn' in session
      ? joinedTo(session.startedIn, file)
      : readTraceValue(session ?? {}, file)
  }
  return readTraceFiles([file], {
    ...(signal === undefined ? {} : { signal }),
    ...(once === undefined ? {} : { once })
  })
}

async function* joinedTo(session: string, file: string): AsyncIterable<TraceFileItem> {
  const skipped = `what a sub-agent did is read with the session that started it, ${session}`
  yield await Promise.resolve({ file, skipped, elsewhere: true as const })
}

/** Gives a trace that its reader did not name the name of its recording: grown, it is the same one. */
function namesFor(file: string, host: string): (trace: unknown) => unknown {
  let unnamed = 0
  return (trace) => {
    if (typeof trace !== 'object' || trace === null || ('id' in trace && trace.id !== undefined))
      return trace
    const task = furtherTaskOf(trace)
    if (task === undefined) unnamed += 1
    const part = (unnamed <= 1 ? '' : `~${String(unnamed)}`) + (task ?? '')
    return { ...trace, id: `${host}:${sessionOf(file)}`.slice(0, 180) + part }
  }
}

/** What names a further task of the session before it: deleted with that, and the others keep their names. */
function furtherTaskOf(trace: { source?: unknown }): string | undefined {
  const { ref } = (trace.source ?? {}) as { ref?: unknown }
  const task = typeof ref === 'string' ? /(?:^|\/)(task-\d{1,3})$/.exec(ref)?.[1] : undefined
  return task === undefined ? undefined : `/${task}`
}

/** Gives a trace the hash of its project: told here, because the server cannot look into the folder. */
function projectFor(): (trace: unknown, folder: string | null) => unknown {
  const known = new Map<string, string | undefined>()
  return (trace, folder) => {
    if (folder === null || typeof trace !== 'object' || trace === null) return trace
    if (!known.has(folder)) known.set(folder, projectsAt(folder)[0])
    const { context } = trace as { context?: object }
    return { ...trace, context: { project: known.get(folder), ...context } }
  }
}

function folderOf(trace: unknown): string | null {
  const { context } = (trace ?? {}) as { context?: { cwd?: unknown } }
  return typeof context?.cwd === 'string' ? context.cwd : null
}
