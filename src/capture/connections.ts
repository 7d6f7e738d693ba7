import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { keepJson, readKept } from './keep-json.js'

/** Where a host was connected: for one project, or for all (null). */
export interface ConnectedPlace {
  readonly project: string | null
  /** ISO 8601. */
  readonly at: string
}

/** A host of this machine with the key that it asks with: of an agent of its own, never the admin's. */
export interface Connection {
  readonly host: string
  readonly title: string
  readonly principal: string
  readonly keyId: string
  readonly key: string
  /** None where the host was never connected and only its recordings are taken in. */
  readonly places: readonly ConnectedPlace[]
}

function fileOf(home: string, host: string): string {
  return join(home, 'hosts', `${host}.json`)
}

/** The connection of a host; null where it has none. A name that is no host's has none. */
export function readConnection(home: string, host: string): Connection | null {
  if (!/^[a-z][a-z-]{0,30}$/.test(host)) return null
  const kept = readKept(fileOf(home, host)) as Partial<Connection> | null
  if (kept === null || typeof kept.key !== 'string' || typeof kept.keyId !== 'string') return null
  return {
    host,
    title: kept.title ?? host,
    principal: kept.principal ?? '',
    keyId: kept.keyId,
    key: kept.key,
    places: Array.isArray(kept.places) ? kept.places : []
  }
}

/** Keeps a connection in a file that only its owner reads. */
export function keepConnection(home: string, connection: Connection): void {
  keepJson(fileOf(home, connection.host), connection)
}

export function forgetConnection(home: string, host: string): void {
  rmSync(fileOf(home, host), { force: true })
}

/** All hosts of this home that have a key. */
export function connections(home: string): Connection[] {
  return namesIn(join(home, 'hosts')).flatMap((host) => readConnection(home, host) ?? [])
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort()
  } catch {
    return []
  }
}
