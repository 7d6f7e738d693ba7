import { CairnError } from '../errors.js'
import { traceSchemaName } from './canonical-trace.js'
import { checkCanonicalTrace, type TraceVerdict } from './check-trace.js'
import { isRecord } from './formats/json-record.js'
import { checkTrace, type TraceInput } from './trace-input.js'

/** A trace that was found good, and whether it came in the first, short form. */
export type ReadInput =
  | {
      readonly ok: true
      readonly short: boolean
      readonly trace: (TraceVerdict & { ok: true })['trace']
    }
  | Exclude<TraceVerdict, { ok: true }>

const fields: ReadonlySet<string> = new Set([
  'id',
  'task',
  'title',
  'agent',
  'outcome',
  'judgedBy',
  'evidence',
  'code',
  'error',
  'note',
  'learned',
  'apis',
  'libraries'
])

/** Takes either form of a trace: the canonical one, which names its schema, or the short one. Never throws on bad input. */
export function readTraceInput(value: unknown, spaces: readonly string[]): ReadInput {
  if (!isRecord(value) || 'schema' in value || 'steps' in value)
    return withForm(checkCanonicalTrace(value, spaces), false)
  const unknown = Object.keys(value).find((key) => !fields.has(key))
  if (unknown !== undefined) {
    const field = unknown.slice(0, 100)
    const expected = `only the fields ${[...fields].join(', ')}, or "schema": "${traceSchemaName}"`
    return { ok: false, path: field, reason: `the field "${field}" is unknown`, expected }
  }
  try {
    const input = value as unknown as TraceInput
    checkTrace(input, 'trace')
    return withForm(checkCanonicalTrace(canonicalOf(input), spaces), true)
  } catch (error) {
    if (!(error instanceof CairnError)) throw error
    const { field, value: met, expected } = error.details
    return {
      ok: false,
      path: String(field).replace(/^trace\./, ''),
      reason:
        error.code === 'TOO_LARGE' ? `it has ${String(met)} characters` : `it is ${String(met)}`,
      expected: String(expected)
    }
  }
}

function withForm(verdict: TraceVerdict, short: boolean): ReadInput {
  return verdict.ok ? { ok: true, short, trace: verdict.trace } : verdict
}

/** The short form as canonical trace: one step that made the code. Unless it says who judged the outcome, whoever sent it did. */
export function canonicalOf(input: TraceInput): Record<string, unknown> {
  const { id, task, title, agent, outcome, judgedBy = 'agent', evidence } = input
  const { code, error, note, learned, apis, libraries } = input
  const state =
    code === undefined || code.trim() === '' ? undefined : { text: code, ...ranIf(outcome) }
  const step = { role: 'agent', action: { kind: 'code', input: code ?? '' }, state }
  return given({
    schema: traceSchemaName,
    id,
    task: given({ text: task, title }),
    agent: { name: agent },
    libraries,
    steps: code === undefined ? [] : [given(step)],
    outcome: given({
      status: outcome,
      judgedBy: outcome === 'unknown' ? undefined : judgedBy,
      evidence,
      error
    }),
    solution: code,
    apis,
    notes: note,
    learned: learned?.map((one) => given({ ...one }))
  })
}

function ranIf(outcome: string): { runs?: boolean } {
  return outcome === 'passed' ? { runs: true } : {}
}

function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
