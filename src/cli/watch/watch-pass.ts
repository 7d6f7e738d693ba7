import { existsSync } from 'node:fs'
import { connections } from '../../capture/connections.js'
import { decide, readConsent, type Consent } from '../../capture/consent.js'
import {
  isUnchanged,
  noteRead,
  readLedger,
  type CaptureState,
  type Ledger,
  type LedgerEntry
} from '../../capture/ledger.js'
import {
  foldersOf,
  recordingsOf,
  type Recording,
  type UserFolders
} from '../../capture/recordings.js'
import { takeIn } from '../../capture/take-in.js'
import { CairnError } from '../../errors.js'
import { createOnce, type Once } from '../../traces/held-elsewhere.js'
import { sendWith } from '../capture-session.js'
import { clientWith, ensureHostKey, type Server } from '../host-key.js'
import { hosts as knownHosts, hostNames } from '../connect/hosts.js'

export interface PassOptions {
  readonly hosts: readonly string[]
  /** Whether projects that nobody spoke of are taken too. */
  readonly all: boolean
  readonly at: UserFolders
  /** What was written to in the last so many milliseconds is left for the next pass. */
  readonly settleMs: number
}

/** What one look at the recordings of a host came to. */
export interface HostPass {
  readonly host: string
  readonly recordings: number
  readonly unchanged: number
  readonly read: number
  /** Sessions, and parts of sessions, that were new or had grown. */
  readonly fresh: number
  /** How many of its recordings are in which state now. */
  readonly states: Readonly<Record<CaptureState, number>>
  /** Why some were not taken in, each reason once. */
  readonly reasons: readonly string[]
}

const mostReasons = 5
/** So many recordings are read before it is written down. */
const atOnce = 20

/** Looks once at the recordings of each host and takes in what is new, changed, or agreed to since. */
export async function watchPass(server: Server, options: PassOptions): Promise<HostPass[]> {
  const consent = readConsent(server.config.home)
  const passes: HostPass[] = []
  for (const host of options.hosts)
    passes.push(await passOver(server, host, { ...options, consent }))
  return passes
}

async function passOver(
  server: Server,
  host: string,
  { all, at, settleMs, consent }: PassOptions & { readonly consent: Consent }
): Promise<HostPass> {
  const { home } = server.config
  const recordings = recordingsOf(host, at)
  const ledger = readLedger(home, host)
  const rested = recordings.filter(({ mtimeMs }) => mtimeMs <= Date.now() - settleMs)
  const wanted = rested.filter((one) => !isDone(one, ledger, { consent, all }))
  const there = new Set(recordings.map(({ file }) => file))
  const gone = [...ledger.files.keys()].filter((file) => !there.has(file))
  let fresh = 0
  const once = onceOf(host, at)
  const send = lazily(async () => sendWith(await clientOf(server, host)))
  for (let i = 0; i < wanted.length; i += atOnce) {
    const read = new Map<string, LedgerEntry>()
    let came = 0
    for (const recording of wanted.slice(i, i + atOnce)) {
      const taken = await takeIn(recording, {
        host,
        consent,
        all,
        send: async (traces) => (await send())(traces),
        ...once
      })
      read.set(recording.file, taken.entry)
      came += taken.fresh
    }
    fresh += came
    noteRead(home, host, { read, lastAt: came > 0 ? new Date().toISOString() : null })
  }
  if (gone.length > 0) noteRead(home, host, { gone })
  return told(host, { recordings, read: wanted.length, fresh, after: readLedger(home, host) })
}

/** Whether a recording is as it was read, and what was said of its project is too. */
function isDone(
  recording: Recording,
  { files }: Ledger,
  { consent, all }: { consent: Consent; all: boolean }
): boolean {
  const entry = files.get(recording.file)
  if (!isUnchanged(recording, entry)) return false
  if (entry.state !== 'off' && entry.state !== 'waiting') return true
  return !decide(entry.project, consent, all).may
}

function told(
  host: string,
  pass: { recordings: readonly Recording[]; read: number; fresh: number; after: Ledger }
): HostPass {
  const entries = pass.recordings.flatMap(({ file }) => pass.after.files.get(file) ?? [])
  const states = { taken: 0, deleted: 0, off: 0, waiting: 0, elsewhere: 0, unread: 0 }
  for (const { state } of entries) states[state] += 1
  const reasons = entries.flatMap(({ state, reason }) =>
    (state === 'unread' || state === 'waiting') && reason !== null ? [reason] : []
  )
  return {
    host,
    recordings: pass.recordings.length,
    unchanged: pass.recordings.length - pass.read,
    read: pass.read,
    fresh: pass.fresh,
    states,
    reasons: [...new Set(reasons)].slice(0, mostReasons)
  }
}

/** A host's recordings are handed in as its own agent, so that its hooks and this hand in one and the same. */
async function clientOf(server: Server, host: string) {
  const known = hostNames.find((name) => name === host)
  const title = known === undefined ? host : knownHosts[known].title
  try {
    const { connection } = await ensureHostKey(server, { host, title })
    return clientWith(server.url, connection.key)
  } catch (error) {
    // Who is no admin makes no keys; what they hand in is theirs.
    const mayNot = error instanceof CairnError && error.code === 'FORBIDDEN'
    if (mayNot && !connections(server.config.home).some((one) => one.host === host))
      return server.ask
    throw error
  }
}

/** Sessions go on under other names, and their sub-agents are recorded apart: which, is looked up once for all of them. */
function onceOf(host: string, at: UserFolders): { readonly once?: Once } {
  if (!joinedHosts.has(host)) return {}
  return { once: createOnce(foldersOf(host, at).filter((folder) => existsSync(folder))) }
}

const joinedHosts = new Set(['claude-code', 'codex', 'gemini-cli'])

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
