import { CairnError } from '../errors.js'
import type { LearnedNote } from '../domain/field-note.js'
import { outcomeJudges, type OutcomeJudge } from './canonical-trace.js'

export const outcomes = ['passed', 'failed', 'unknown'] as const
export type Outcome = (typeof outcomes)[number]

/** One attempt at a problem, first form: enough for a recommendation to learn from. */
export interface TraceInput {
  /** Given by the client, or made from the content. */
  readonly id?: string
  readonly task: string
  /** One line that names the task. */
  readonly title?: string
  readonly agent: string
  readonly outcome: Outcome
  /** Left out, nobody but the agent itself judged. */
  readonly judgedBy?: OutcomeJudge
  /** What shows how it ended. */
  readonly evidence?: string
  readonly code?: string
  /** Error text or traceback that the attempt met. */
  readonly error?: string
  /** What was tried and how it went, in words. */
  readonly note?: string
  /** Behaviours that were found out on the way, one each. */
  readonly learned?: readonly LearnedNote[]
  /** Qualified names of the APIs that were used, beside those that the code names. */
  readonly apis?: readonly string[]
  /** Keys of the libraries it is about. */
  readonly libraries?: readonly string[]
}

const longest: Readonly<Record<string, number>> = {
  id: 200,
  title: 300,
  task: 100_000,
  agent: 200,
  code: 200_000,
  error: 100_000,
  evidence: 20_000,
  note: 50_000
}

/** @throws CairnError BAD_INPUT or TOO_LARGE naming the field, what stood there and what was expected */
export function checkTrace(input: TraceInput, path: string): void {
  for (const field of ['task', 'agent'] as const) {
    if (typeof input[field] !== 'string' || input[field].trim() === '') {
      throw bad(`${path}.${field}`, input[field], 'text that is not empty')
    }
  }
  checkOutcome(input, path)
  for (const [field, limit] of Object.entries(longest)) {
    const value: unknown = input[field as keyof TraceInput]
    if (value === undefined) continue
    if (typeof value !== 'string') throw bad(`${path}.${field}`, value, 'text')
    if (value.length > limit) throw tooLong(`${path}.${field}`, value.length, limit)
  }
}

function checkOutcome({ outcome, judgedBy }: TraceInput, path: string): void {
  if (!outcomes.includes(outcome))
    throw bad(`${path}.outcome`, outcome, `one of ${outcomes.join(', ')}`)
  if (judgedBy !== undefined && !outcomeJudges.includes(judgedBy))
    throw bad(`${path}.judgedBy`, judgedBy, `one of ${outcomeJudges.join(', ')}`)
}

function bad(field: string, value: unknown, expected: string): CairnError {
  const shown = JSON.stringify(value ?? null).slice(0, 80)
  return new CairnError('BAD_INPUT', `${field} is ${shown}; expected ${expected}.`, {
    details: { field, value: shown, expected }
  })
}

function tooLong(field: string, length: number, limit: number): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `${field} has ${length} characters; at most ${limit} are kept. Shorten it.`,
    {
      details: { field, value: length, expected: `at most ${limit} characters` }
    }
  )
}
