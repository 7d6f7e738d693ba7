import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync
} from 'node:fs'
import { CairnError } from '../../../src/errors.js'

/** A file of JSON Lines that only grows. */
export interface AppendLog<T> {
  /** What stood there when it was opened, and what was appended since. */
  readonly entries: readonly T[]
  /** Returns when the line is on the disk: a kill right after it loses nothing. */
  append(entry: T): void
  close(): void
}

/**
 * Opens or makes it. A last line that a kill cut off is taken away.
 * @throws CairnError BAD_SOURCE naming a line in the middle that is no JSON: that was no kill
 */
export function openAppendLog<T>(file: string): AppendLog<T> {
  const entries = existsSync(file) ? readWhole<T>(file) : []
  const out = openSync(file, 'a')
  return {
    entries,
    append: (entry) => {
      writeSync(out, `${JSON.stringify(entry)}\n`)
      fsyncSync(out)
      entries.push(entry)
    },
    close: () => {
      closeSync(out)
    }
  }
}

function readWhole<T>(file: string): T[] {
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf(0x0a) + 1
  if (end < bytes.length) truncateSync(file, end)
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1)
  return lines.map((line, at) => {
    try {
      return JSON.parse(line) as T
    } catch (error) {
      throw new CairnError(
        'BAD_SOURCE',
        `${file}, line ${at + 1} is no JSON; expected the log of an earlier run: move it away to start anew.`,
        { cause: error }
      )
    }
  })
}
