import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { askHealth } from './health.js'

/** Where the server of a home is to be found; written by the server once it answers. */
export interface ServerRecord {
  readonly pid: number
  readonly url: string
}

function file(home: string): string {
  return join(home, 'server.json')
}

export function writeServerRecord(home: string, record: ServerRecord): void {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  writeFileSync(file(home), JSON.stringify(record), { mode: 0o600 })
}

export function removeServerRecord(home: string): void {
  rmSync(file(home), { force: true })
}

/**
 * The server of this home, if it runs. What a crash left behind is not believed: the number of its
 * process may be somebody else's by now, and whoever is found here may be told to end.
 */
export async function findServer(home: string): Promise<ServerRecord | null> {
  const record = readRecord(home)
  if (record === null) return null
  const health = await askHealth(record.url)
  return health === 'slow' || (health !== 'absent' && health.pid === record.pid) ? record : null
}

function readRecord(home: string): ServerRecord | null {
  try {
    const record = JSON.parse(readFileSync(file(home), 'utf8')) as Partial<ServerRecord>
    if (typeof record.pid !== 'number' || typeof record.url !== 'string') return null
    process.kill(record.pid, 0)
    return { pid: record.pid, url: record.url }
  } catch {
    return null
  }
}
