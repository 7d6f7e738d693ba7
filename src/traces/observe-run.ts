import { projectHash } from '../domain/project-hash.js'
import { safeWords } from '../domain/safe-words.js'
import { badInput, CairnError } from '../errors.js'
import type { Database, Transaction } from '../graph/database.js'
import { lockBuckets, traceOfRun, writeRun } from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'
import { deriveNotes, settleChanged } from './derive-notes.js'
import { bucketOf, settleNotes } from './notes/settle-notes.js'
import { outcomes, type Outcome } from './trace-input.js'

/** What came of a command that a runner ran, such as the tests of a project. */
export interface RunInput {
  readonly command: string
  /** 0 where it went well, as a shell tells it: 0 to 255. */
  readonly exitStatus: number
  /** The end of what it printed. */
  readonly output?: string | null
  /** Git remote or root of the project, or hashes of them. */
  readonly projects?: readonly string[]
  /** Id of the attempt that it tells of; else the latest of the project. */
  readonly trace?: string | null
}

export interface ObservedRun {
  readonly trace: string
  readonly title: string
  readonly outcome: Outcome
  /** What the attempt was said to have come to before any run was seen. */
  readonly claimed: Outcome
}

const most = { command: 2_000, output: 20_000, name: 2_000, projects: 10 } as const

/**
 * Notes what a runner saw of an attempt: that is how it ended from now on, whatever its agent said, and what follows
 * from all attempts at its problem is made anew. The last run counts. Only the outcome is observed: what the attempt
 * tells beside it stays the word of who wrote it.
 * @param at the spaces in which the runner may write, and who it is
 * @throws CairnError BAD_INPUT, TOO_LARGE, NOT_FOUND (no such trace, or none of the project)
 */
export async function observeRun(
  deps: { readonly db: Database; readonly embedder: Embedder },
  input: RunInput,
  at: { readonly spaces: readonly string[]; readonly by: string; readonly now: number }
): Promise<ObservedRun> {
  const { wanted, run, exit } = checkRun(input)
  const outcome: Outcome = exit === 0 ? 'passed' : 'failed'
  const [found] = await deps.db.run(traceOfRun, { ...wanted, spaces: at.spaces })
  if (found === undefined) throw noTrace(wanted.trace)
  const { id, problem, space } = found
  const { row, notes } = await deps.db.write(async (tx) => {
    await tx.run(lockBuckets, { ids: [...new Set([id, problem].map(bucketOf))].sort() })
    const told = { id, outcome, exit, now: at.now, run: { ...run, observedBy: at.by } }
    const [written] = await tx.run(writeRun, told)
    return { row: written, notes: await followed(tx, problem, space) }
  })
  if (row === undefined) throw noTrace(id)
  if (notes.length > 0) await settleNotes(deps, space, notes)
  const claimed = outcomes.find((one) => one === row.claimed) ?? 'unknown'
  return { trace: id, title: row.title, outcome, claimed }
}

async function followed(tx: Transaction, problem: string, space: string): Promise<string[]> {
  const derived = await deriveNotes(tx, { problems: [problem], space })
  return settleChanged(tx, derived, space)
}

function checkRun(input: RunInput) {
  const { exitStatus: exit, output } = input
  const command = safeWords(bounded('command', input.command, most.command)).replace(/\s+/g, ' ')
  if (command === '') throw badInput('command', input.command, 'the command that was run')
  if (!Number.isInteger(exit) || exit < 0 || exit > 255)
    throw badInput('exitStatus', String(exit), 'a whole number from 0 to 255')
  const printed = safeWords(bounded('output', output ?? '', most.output))
  const run = { observedCommand: command, observedOutput: printed === '' ? null : printed }
  return { exit, run, wanted: checkWanted(input) }
}

function checkWanted({ projects = [], trace }: RunInput) {
  if (projects.length > most.projects)
    throw badInput('projects', `${projects.length} of them`, `at most ${most.projects}`)
  if (trace == null && projects.length === 0)
    throw badInput('trace', '', 'the id of a trace, or a project')
  return {
    trace: trace == null ? null : idOf(bounded('trace', trace, most.name)),
    projects: projects.map((one) => projectHash(bounded('projects', one, most.name)))
  }
}

function idOf(trace: string): string {
  const id = trace.trim()
  return id.startsWith('trace:') ? id : `trace:${id}`
}

function bounded(field: string, text: string, limit: number): string {
  if (text.length <= limit) return text
  throw new CairnError(
    'TOO_LARGE',
    `${field} has ${text.length} characters; at most ${limit} are kept. Send its end.`,
    { details: { field, value: text.length, expected: `at most ${limit} characters` } }
  )
}

function noTrace(trace: string | null): CairnError {
  const value = trace === null ? null : safeWords(trace).slice(0, 100)
  const message =
    value === null
      ? 'No attempt at this project is kept in a space that this runner writes in. Name one: cairn run --trace <id> -- <command>; or have the agent tell `project` when it records its attempt.'
      : `There is no trace '${value}' in a space that this runner writes in; record_trace tells the ids that it gave.`
  const expected = 'the id of a trace'
  return new CairnError('NOT_FOUND', message, { details: { field: 'trace', value, expected } })
}
