import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const rotateAbove = 10 * 1_048_576
const mostRead = 262_144

/** What the server writes: a file and not a pipe, so that it goes on when its owner dies. */
export interface ServerLog {
  readonly file: string
  /** For the child; to be closed by `close` once it has it. */
  readonly descriptor: number
  close(): void
  /** What was written since the log was opened, at most its last 256 KiB. */
  sinceOpened(): string
}

/** Opens `<logs>/neo4j.log` for appending; above 10 MiB it becomes neo4j.log.1 first. */
export function openServerLog(logs: string): ServerLog {
  mkdirSync(logs, { recursive: true, mode: 0o700 })
  const file = join(logs, 'neo4j.log')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > rotateAbove)
    renameSync(file, `${file}.1`)
  const descriptor = openSync(file, 'a', 0o600)
  const start = fstatSync(descriptor).size
  return {
    file,
    descriptor,
    close: () => {
      closeSync(descriptor)
    },
    sinceOpened: () => readFrom(file, start)
  }
}

function readFrom(file: string, start: number): string {
  const descriptor = openSync(file, 'r')
  try {
    const size = fstatSync(descriptor).size
    const from = Math.max(start, size - mostRead)
    const bytes = Buffer.alloc(Math.max(0, size - from))
    readSync(descriptor, bytes, 0, bytes.length, from)
    return bytes.toString('utf8')
  } finally {
    closeSync(descriptor)
  }
}
