import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { OutcomeStatus } from '../../src/traces/canonical-trace.js'
import { readTraceFiles } from '../../src/traces/read-trace-files.js'
import type { Ending } from './endings.js'
import { forms, sessionFile } from './sessions.js'

/** One session: what a careful reader says came of it, and what Cairn read. */
export interface Judged {
  readonly session: string
  readonly truth: OutcomeStatus
  readonly read: OutcomeStatus | 'not read'
  readonly evidence: string
}

/** What was read of one trace of a file; a trace without a name is told by its place, `#2`. */
export interface Read {
  readonly file: string
  readonly trace: string
  readonly status: OutcomeStatus
  readonly evidence: string
}

/** Writes each ending as a session in each of the forms, and reads it again. */
export async function judgeMadeUp(endings: readonly Ending[]): Promise<Judged[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-outcomes-'))
  try {
    const judged: Judged[] = []
    for (const form of forms)
      for (const [at, ending] of endings.entries()) {
        const { name, text } = sessionFile(form, ending, at)
        const path = join(folder, name)
        writeFileSync(path, text)
        const [read] = await readOutcomes([path])
        rmSync(path)
        const truth = form === 'chat' ? (ending.truthWithoutExit ?? ending.truth) : ending.truth
        judged.push(judgedAs(`${form}: ${ending.name}`, truth, read))
      }
    return judged
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function readOutcomes(from: readonly string[]): Promise<Read[]> {
  const read: Read[] = []
  for await (const item of readTraceFiles(from)) {
    if (!('trace' in item)) continue
    const trace = item.trace as {
      id?: string
      outcome: { status: OutcomeStatus; evidence?: string }
    }
    const file = basename(item.file)
    const place = read.filter((one) => one.file === file).length + 1
    const { status, evidence = '' } = trace.outcome
    const name = trace.id ?? `#${String(place)}`
    read.push({ file, trace: name, status, evidence: evidence.slice(0, 160) })
  }
  return read
}

export function judgedAs(session: string, truth: OutcomeStatus, read: Read | undefined): Judged {
  return { session, truth, read: read?.status ?? 'not read', evidence: read?.evidence ?? '' }
}
