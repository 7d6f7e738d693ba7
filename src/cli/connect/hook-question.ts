import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  readdirSync,
  rmSync,
  statSync
} from 'node:fs'
import { join } from 'node:path'
import { keepJson, readKept } from '../../capture/keep-json.js'
import { sessionFile } from './hook-pending.js'

/** Outputs that named an error before the agent is asked: one alone is a slip that taught nothing. */
const errorsThatTeach = 2

/** Of a longer transcript its end is looked at, in bytes: there stands what was recorded when work was done. */
const mostRead = 20_000_000

/** What hooks kept of a session is of no use after this, in milliseconds. */
const stale = 30 * 24 * 3_600_000

/** What an agent is asked once, when it has finished work on which more than one thing failed. */
export const whatWasLearned =
  'Cairn, the memory that agents share, asks once: more than one command failed during this work. Did you find out by running code how something behaves that its documentation did not tell you? Then call record_trace now, with the task, the outcome (passed only if it was run), and learned: one entry for each behaviour (about, when, happens, instead). If nothing of it would help anybody else, record nothing and just end.'

function fileOf(home: string, session: string): string {
  return sessionFile(home, session, 'json')
}

/** Remembers that an output of this session named an error. */
export function noteError(home: string, session: string): void {
  if (session === '') return
  const file = fileOf(home, session)
  const kept = readKept(file)
  if (kept === null) removeStale(join(home, 'hooks'))
  keepJson(file, { ...kept, errors: errorsIn(kept) + 1 })
}

function removeStale(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    const found = statSync(file, { throwIfNoEntry: false })
    if (found?.isFile() === true && Date.now() - found.mtimeMs > stale)
      rmSync(file, { force: true })
  }
}

/**
 * Whether the agent of a session is to be asked now, which is never asked for a second time: enough failed, and it has
 * recorded nothing of its own accord.
 * @param transcript path of what the host wrote down; one that cannot be read holds nothing
 */
export function asksNow(home: string, session: string, transcript: string): boolean {
  if (session === '') return false
  const file = fileOf(home, session)
  const kept = readKept(file)
  if (kept?.['asked'] === true || errorsIn(kept) < errorsThatTeach) return false
  keepJson(file, { ...kept, asked: true })
  return !hasRecorded(transcript)
}

function errorsIn(kept: Readonly<Record<string, unknown>> | null): number {
  const errors = kept?.['errors']
  return typeof errors === 'number' ? errors : 0
}

/** A call of the tool, under whatever name the host gives it; text that merely speaks of it is none. */
function hasRecorded(transcript: string): boolean {
  return /"(?:name|tool)"\s*:\s*"[^"]*record_trace"/.test(endOf(transcript))
}

function endOf(file: string): string {
  if (file === '' || !existsSync(file)) return ''
  const opened = openSync(file, 'r')
  try {
    const { size } = fstatSync(opened)
    const part = Buffer.alloc(Math.min(size, mostRead))
    const read = readSync(opened, part, 0, part.length, size - part.length)
    return part.toString('utf8', 0, read)
  } finally {
    closeSync(opened)
  }
}
