import { idsInSight } from '../domain/scoped-id.js'
import {
  errorClassOf,
  errorSignatures,
  raiserOf,
  type ErrorSignature
} from '../domain/error-signature.js'
import { outcomeWord } from '../domain/outcome-word.js'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { apisOfTraces, errorsOfType, errorsResolved } from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import { isVague } from './errors-of.js'

export interface UsedApi {
  readonly id: string
  readonly name: string
  /** In how many of the attempts. */
  readonly times: number
}

export interface ResolvingAttempt {
  readonly trace: string
  readonly problem: string
  readonly title: string
  readonly agent: string
  readonly outcome: string
  /** How it ended and on whose word, in Cairn's own words. */
  readonly ended: string
  /** Whether it raised the error itself; otherwise another attempt at the same problem did. */
  readonly own: boolean
  readonly code: string
  readonly apis: readonly UsedApi[]
}

export interface ResolvedError {
  readonly id: string
  readonly type: string
  readonly normalForm: string
  readonly vague: boolean
  /** 1 for the error that was asked about; below it for another of its type. */
  readonly nearness: number
  readonly raised: number
  readonly resolved: number
  readonly agents: number
  readonly problems: number
  readonly attempts: readonly ResolvingAttempt[]
  readonly apis: readonly UsedApi[]
}

const maxBytes = 200_000
const mostNear = 3
/** Of errors whose words differ in next to nothing, where no name says which one it is. */
const leastNearness = 0.8
/** Of errors of one class that the same API or tool raised: alike, never the same. */
const alike = 0.9

/**
 * What got rid of the errors that a text names: the attempts that no longer had them, by how many agents. Where nothing
 * resolved an error, the nearest others of its type follow it. Empty where the text names no error.
 * @throws CairnError BAD_INPUT, TOO_LARGE
 */
export async function resolveError(
  db: Database,
  question: { readonly text: string; readonly limit: number },
  spaces: readonly string[]
): Promise<ResolvedError[]> {
  checkText(question.text)
  const answers: ResolvedError[] = []
  for (const signature of errorSignatures(question.text, { failed: true })) {
    const ids = idsInSight(signature.id, spaces).map((id) => ({ id, nearness: 1 }))
    const same = await resolutions(db, ids, { ...question, spaces })
    if (same.length === 0) answers.push(unmet(signature))
    answers.push(...same.sort((a, b) => b.resolved - a.resolved || (a.id < b.id ? -1 : 1)))
    if (same.some(({ resolved }) => resolved > 0)) continue
    const near = await nearestOf(db, signature, spaces)
    const others = await resolutions(db, near, { ...question, spaces })
    answers.push(...others.sort((a, b) => b.nearness - a.nearness || (a.id < b.id ? -1 : 1)))
  }
  return answers
}

function checkText(text: string): void {
  const bytes = Buffer.byteLength(text)
  if (text.trim() === '')
    throw new CairnError(
      'BAD_INPUT',
      'text is empty; expected a traceback, a log or an error message.',
      {
        details: { field: 'text', value: '', expected: 'a traceback, a log or an error message' }
      }
    )
  if (bytes > maxBytes)
    throw new CairnError(
      'TOO_LARGE',
      `text has ${bytes} bytes; at most ${maxBytes} are read. Send the end of the log.`,
      {
        details: { field: 'text', value: bytes, expected: `at most ${maxBytes} bytes` }
      }
    )
}

function unmet(signature: ErrorSignature): ResolvedError {
  const { id, type, normalForm } = signature
  const none = { raised: 0, resolved: 0, agents: 0, problems: 0, attempts: [], apis: [] }
  return { id, type, normalForm, vague: isVague(signature), nearness: 1, ...none }
}

interface Near {
  readonly id: string
  readonly nearness: number
}

async function resolutions(
  db: Database,
  near: readonly Near[],
  { limit, spaces }: { limit: number; spaces: readonly string[] }
): Promise<ResolvedError[]> {
  if (near.length === 0) return []
  const rows = await db.run(errorsResolved, { ids: near.map(({ id }) => id), spaces, limit })
  const traces = rows.flatMap((row) => row.attempts.map((attempt) => text(attempt, 'trace')))
  const apis = new Map<string, UsedApi[]>()
  for (const { trace, id, name } of await db.run(apisOfTraces, { ids: traces }))
    apis.set(trace, [...(apis.get(trace) ?? []), { id, name, times: 1 }])
  return rows.map((row) => ({
    ...row,
    vague: isVague(row),
    nearness: near.find(({ id }) => id === row.id)?.nearness ?? 0,
    attempts: row.attempts.map((attempt) => attemptOf(attempt, apis)),
    apis: row.apis.map((api) => ({
      id: text(api, 'id'),
      name: text(api, 'name'),
      times: Number(api['times'])
    }))
  }))
}

function attemptOf(map: GraphMap, apis: ReadonlyMap<string, UsedApi[]>): ResolvingAttempt {
  const trace = text(map, 'trace')
  return {
    trace,
    problem: text(map, 'problem'),
    title: text(map, 'title'),
    agent: text(map, 'agent'),
    outcome: text(map, 'outcome'),
    ended: outcomeWord({
      outcome: text(map, 'outcome'),
      judgedBy: textOf(map['judgedBy']),
      trust: textOf(map['trust']),
      observed: textOf(map['observed']),
      confirmed: map['confirmed'] === true
    }),
    own: map['own'] === true,
    code: text(map, 'code'),
    apis: (apis.get(trace) ?? []).slice(0, 12)
  }
}

function text(map: GraphMap, key: string): string {
  return textOf(map[key]) ?? ''
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/**
 * Other errors of the same type that are alike: the same but for the names that say which one it is, raised by the
 * same API or tool, or in the same words. Those that were signed by an earlier version of the rules and are the
 * error itself by their example count as it.
 */
async function nearestOf(
  db: Database,
  signature: ErrorSignature,
  spaces: readonly string[]
): Promise<Near[]> {
  if (isVague(signature)) return []
  const others = await db.run(errorsOfType, { type: signature.type, spaces })
  return others
    .filter(({ id }) => !idsInSight(signature.id, spaces).includes(id))
    .map((other) => ({ id: other.id, nearness: nearnessOf(signature, other) }))
    .filter(({ nearness }) => nearness > 0)
    .sort((a, b) => b.nearness - a.nearness || (a.id < b.id ? -1 : 1))
    .slice(0, mostNear)
}

function nearnessOf(
  signature: ErrorSignature,
  { normalForm, example }: { readonly normalForm: string; readonly example: string }
): number {
  const [now] = errorSignatures(example, { failed: true })
  if (now?.id === signature.id) return 1
  // What the other is by today's rules, where its example tells.
  const form = now?.type === signature.type ? now.normalForm : normalForm
  const raiser = raiserOf(signature)
  const sameClass = errorClassOf(form) === errorClassOf(signature.normalForm)
  if (sameClass) {
    const byTheSame =
      raiser !== undefined && raiser === raiserOf({ type: signature.type, normalForm: form })
    return byTheSame ? alike : 0
  }
  const words = likeness(wordsOf(signature.normalForm), wordsOf(form))
  return words >= leastNearness ? Math.min(words, alike) : 0
}

function wordsOf(normalForm: string): Set<string> {
  return new Set(normalForm.toLowerCase().match(/[a-z_]{2,}/g) ?? [])
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  // Never 1: that is the error itself.
  return Math.min(0.99, shared / Math.max(1, a.size + b.size - shared))
}
