import { homedir } from 'node:os'
import { connections, type Connection } from './connections.js'
import { decide, isWithin, readConsent, type Consent } from './consent.js'
import { readLedger, type Ledger } from './ledger.js'
import { projectOf } from './project-of.js'
import { recordingsOf, type Recording, type UserFolders } from './recordings.js'

/** A connected host that has worked while nothing came in. */
export interface SilentHost {
  readonly host: string
  readonly title: string
  /** Since when it has worked unheard; ISO 8601. */
  readonly since: string
  /** What helps. */
  readonly command: string
  /** All of it as one line. */
  readonly line: string
}

/** How long a host may work unheard, in milliseconds: a day, so that a session of yesterday is not missed by one hour. */
const patience = 24 * 3_600_000
/** A host writes its last lines after it said that the session ended, in milliseconds. */
const afterwards = 10 * 60_000
/** Recordings that are looked into, of each host, to see of which project they are. */
const mostLookedAt = 200

/**
 * The connected hosts of a home that have worked for a day and of which nothing came in: newer recordings lie in their
 * folders than what was taken in last. Only looks at files of this machine; nothing is asked of the graph.
 */
export function silentHosts(home: string, at: UserFolders, now: number): SilentHost[] {
  const consent = readConsent(home)
  return connections(home)
    .filter(({ places }) => places.length > 0)
    .flatMap((connection) => silence(connection, { home, at, now, consent }) ?? [])
}

/** The same of whoever runs this process, now. */
export function silentHere(home: string): SilentHost[] {
  return silentHosts(home, { home: homedir(), platform: process.platform }, Date.now())
}

interface Looking {
  readonly home: string
  readonly at: UserFolders
  readonly now: number
  readonly consent: Consent
}

function silence(connection: Connection, looking: Looking): SilentHost | null {
  const { host, title, places } = connection
  const { home, at, now, consent } = looking
  const ledger = readLedger(home, host)
  const last = ledger.lastAt === null ? 0 : Date.parse(ledger.lastAt)
  const connected = Math.min(...places.map((place) => Date.parse(place.at)))
  const unheard = recordingsOf(host, at)
    .filter(({ mtimeMs }) => mtimeMs > Math.max(connected, last) && mtimeMs <= now - patience)
    .filter((one) => !wasSettled(one, ledger))
    .slice(-mostLookedAt)
  const known = [...consent.include, ...consent.exclude, ...placesOf(connection)]
  for (const one of unheard) {
    const project = projectOf(one.file, known)
    if (concerns(connection, project, consent))
      return said(one, { host, title, ledger, project, consent })
  }
  return null
}

/** Whether it was read as it is, or it is settled that it is not read. */
function wasSettled({ file, mtimeMs }: Recording, { files }: Ledger): boolean {
  const entry = files.get(file)
  if (entry === undefined || entry.state === 'unread' || entry.state === 'waiting') return false
  return entry.mtimeMs + afterwards >= mtimeMs
}

function placesOf({ places }: Connection): string[] {
  return places.flatMap(({ project }) => project ?? [])
}

/** Whether whoever connected the host, or included the project, expects to find the session here. */
function concerns(connection: Connection, project: string | null, consent: Consent): boolean {
  const decision = decide(project, consent, false)
  if (decision.may) return true
  if (decision.state === 'off') return false
  if (connection.places.some((place) => place.project === null)) return true
  return project !== null && placesOf(connection).some((place) => isWithin(project, place))
}

function said(
  { file, mtimeMs, unread }: Recording,
  about: Pick<SilentHost, 'host' | 'title'> & {
    readonly ledger: Ledger
    readonly project: string | null
    readonly consent: Consent
  }
): SilentHost {
  const { host, title, ledger, project, consent } = about
  const since = new Date(mtimeMs).toISOString()
  const may = decide(project, consent, false).may
  const reason = unread ?? ledger.files.get(file)?.reason
  const isUnread = unread !== undefined || ledger.files.get(file)?.state === 'unread'
  const command =
    may || project === null ? 'cairn watch --once' : `cairn watch --once --include ${project}`
  const helps = isUnread
    ? `its recordings are not read: ${reason ?? 'unknown reason'}`
    : `\`${command}\` takes it in`
  return {
    host,
    title,
    since,
    command,
    line: `${title} has worked since ${since.slice(0, 16).replace('T', ' ')} and nothing of it came in; ${helps}.`
  }
}
