import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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

/** The server of this home, if its process lives; what a crash left behind is not believed. */
export function readServerRecord(home: string): ServerRecord | null {
  try {
    const record = JSON.parse(readFileSync(file(home), 'utf8')) as Partial<ServerRecord>
    if (typeof record.pid !== 'number' || typeof record.url !== 'string') return null
    process.kill(record.pid, 0)
    return { pid: record.pid, url: record.url }
  } catch {
    return null
  }
}
