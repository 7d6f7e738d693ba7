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
  /** The errors that Neo4j wrote since then into its own debug.log, which alone tells their causes. */
  errorsSinceOpened(): string
}

/**
 * Opens `<logs>/neo4j.log` for appending; above 10 MiB it becomes neo4j.log.1 first. `folder` is
 * Neo4j's home.
 */
export function openServerLog(logs: string, folder: string): ServerLog {
  mkdirSync(logs, { recursive: true, mode: 0o700 })
  const file = join(logs, 'neo4j.log')
  if (sizeOf(file) > rotateAbove) renameSync(file, `${file}.1`)
  const descriptor = openSync(file, 'a', 0o600)
  const start = fstatSync(descriptor).size
  const debugFile = join(folder, 'logs', 'debug.log')
  const debugStart = sizeOf(debugFile)
  return {
    file,
    descriptor,
    close: () => {
      closeSync(descriptor)
    },
    sinceOpened: () => readFrom(file, start),
    errorsSinceOpened: () => errorsIn(readFrom(debugFile, debugStart))
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function readFrom(file: string, start: number): string {
  const size = sizeOf(file)
  // Smaller than it was: it has been rotated.
  const from = Math.max(size < start ? 0 : start, size - mostRead)
  if (size === from) return ''
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(size - from)
    const read = readSync(descriptor, bytes, 0, bytes.length, from)
    return bytes.toString('utf8', 0, read)
  } finally {
    closeSync(descriptor)
  }
}

/** debug.log is one JSON object a line. */
function errorsIn(text: string): string {
  const errors = text.split('\n').flatMap((line) => {
    if (!line.includes('"level":"ERROR"')) return []
    try {
      const { message, stacktrace } = JSON.parse(line) as Record<string, unknown>
      return [message, stacktrace].filter((part) => typeof part === 'string')
    } catch {
      return []
    }
  })
  return errors.join('\n')
}
