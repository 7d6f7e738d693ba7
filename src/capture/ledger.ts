import { join } from 'node:path'
import { keepJson, readKept } from './keep-json.js'
import type { Recording } from './recordings.js'

/**
 * What became of a recording. taken: something of it is in the graph. deleted: all of it was deleted there and stays
 * so. off, waiting: somebody said no, nobody said yes. elsewhere: it is read with another recording, as a sub-agent's is with
 * its session. unread: it could not be read, or was refused.
 */
export type CaptureState = 'taken' | 'deleted' | 'off' | 'waiting' | 'elsewhere' | 'unread'

export interface LedgerEntry {
  /** Of the file as it was read. */
  readonly size: number
  readonly mtimeMs: number
  readonly state: CaptureState
  /** ISO 8601. */
  readonly at: string
  /** Sessions and parts of sessions that it holds in the graph. */
  readonly traces: number
  readonly reason: string | null
  readonly project: string | null
}

/** What was read of one host's recordings, in the home. */
export interface Ledger {
  readonly files: ReadonlyMap<string, LedgerEntry>
  /** When something new came in last; ISO 8601. */
  readonly lastAt: string | null
}

function fileOf(home: string, host: string): string {
  return join(home, 'capture', 'read', `${host}.json`)
}

const states: readonly CaptureState[] = [
  'taken',
  'deleted',
  'off',
  'waiting',
  'elsewhere',
  'unread'
]

export function readLedger(home: string, host: string): Ledger {
  const kept = readKept(fileOf(home, host))
  const files = Object.entries((kept?.['files'] ?? {}) as Record<string, unknown>)
  const lastAt = kept?.['lastAt']
  return {
    files: new Map(files.flatMap(([file, entry]) => (isEntry(entry) ? [[file, entry]] : []))),
    lastAt: typeof lastAt === 'string' ? lastAt : null
  }
}

function isEntry(value: unknown): value is LedgerEntry {
  const { size, mtimeMs, state, at } = (value ?? {}) as Partial<LedgerEntry>
  return (
    typeof size === 'number' &&
    typeof mtimeMs === 'number' &&
    typeof at === 'string' &&
    states.some((one) => one === state)
  )
}

/** What is to be written down of a host's recordings. */
export interface News {
  readonly read?: ReadonlyMap<string, LedgerEntry>
  /** When something new came in, where something did; ISO 8601. */
  readonly lastAt?: string | null
  /** Files that are no longer there. */
  readonly gone?: readonly string[]
}

/**
 * Writes down what became of some recordings. What others wrote down meanwhile stays: a file that both read is read
 * again at worst.
 */
export function noteRead(
  home: string,
  host: string,
  { read = new Map(), lastAt = null, gone = [] }: News
): void {
  const before = readLedger(home, host)
  const files = new Map([...before.files, ...read])
  for (const file of gone) files.delete(file)
  keepJson(fileOf(home, host), {
    lastAt: lastAt ?? before.lastAt,
    files: Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** Whether a recording is as it was when it was read. */
export function isUnchanged(
  { size, mtimeMs }: Recording,
  entry: LedgerEntry | undefined
): entry is LedgerEntry {
  return entry?.size === size && entry.mtimeMs === mtimeMs
}
