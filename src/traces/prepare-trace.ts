import { scopedId } from '../domain/scoped-id.js'
import { contentHash } from '../domain/content-hash.js'
import { projectHash } from '../domain/project-hash.js'
import type { CodeUse } from '../domain/code-uses/code-uses.js'
import type { RedactOptions } from '../domain/redact.js'
import { firstTraceSchemaName, type CanonicalTrace } from './canonical-trace.js'
import { chainOf, type TraceChain } from './chain-of.js'
import { errorsOf, type TraceErrors } from './errors-of.js'
import { noteDrafts, type NoteDraft } from './notes/note-rows.js'
import { withOneLineNames } from './one-line-names.js'
import { redactRefusal, redactTrace } from './redact-trace.js'
import { taintOf } from './taint-of.js'
import { readTraceInput } from './trace-of-input.js'
import { rejection, type TraceReceipt } from './trace-receipt.js'
import { usesOf } from './uses-of.js'

/** A trace as far as it can be known without the graph; nothing in it is secret. */
export interface PreparedTrace {
  readonly id: string
  readonly problem: string
  /** Whether the sender named it: the same name with other content replaces it. */
  readonly named: boolean
  readonly hash: string
  readonly trace: CanonicalTrace
  readonly redactions: ReadonlyMap<string, number>
  /** How long it is as JSON. */
  readonly characters: number
}

/** What is read out of a trace that is new; dear, so that it is left out for those that are known. */
export interface TraceFindings {
  readonly states: TraceChain
  readonly errors: TraceErrors
  readonly uses: readonly CodeUse[]
  readonly taint: readonly string[]
  readonly notes: readonly NoteDraft[]
}

export type Prepared = PreparedTrace | TraceReceipt

export function isPrepared(item: Prepared): item is PreparedTrace {
  return 'hash' in item
}

export interface PrepareOptions {
  readonly space: string
  readonly redact?: RedactOptions
  /** Where it was read. */
  readonly from?: { readonly file: string; readonly format: string }
}

/** Checks a trace from outside, takes its secrets out and names it by its content. Never throws on bad input. */
export function prepareTrace(value: unknown, options: PrepareOptions): Prepared {
  const read = readTraceInput(value, [options.space])
  if (!read.ok) return rejection(redactRefusal(read))
  const { from } = options
  const placed =
    from === undefined ? read.trace : { ...read.trace, source: { ...read.trace.source, ...from } }
  const { trace: clean, redactions } = redactTrace(placed, options.redact ?? {})
  const trace = withProjectHashed(withOneLineNames(clean))
  const problem = scopedId(`problem:${contentHash(trace.task.text.trim())}`, options.space)
  const said = stable(contentOf(trace))
  const { id } = trace
  const hash = contentHash(said)
  const own = read.short ? shortName(trace, problem) : contentHash('trace', problem, hash)
  const named = id !== undefined
  return {
    id: scopedId(`trace:${id ?? own}`, options.space),
    problem,
    named,
    hash,
    trace,
    redactions,
    characters: said.length
  }
}

/**
 * Where it came from and to whom it belongs makes no other run of it. What says no more than the first
 * version of the form could is named as it was then, so that what is sent again is known.
 */
function contentOf(trace: CanonicalTrace): Record<string, unknown> {
  const beside = new Set(['id', 'space', 'source'])
  const content = Object.entries(trace).filter(([field]) => !beside.has(field))
  return { ...Object.fromEntries(content), schema: firstTraceSchemaName }
}

/** Where a project lies is nobody's business; that it is the same one is enough. */
function withProjectHashed(trace: CanonicalTrace): CanonicalTrace {
  const { context } = trace
  if (context?.project === undefined) return trace
  return { ...trace, context: { ...context, project: projectHash(context.project) } }
}

/** Short traces are named by what they say, as they were from the first. */
function shortName(trace: CanonicalTrace, problem: string): string {
  const { agent, outcome, solution, notes, learned } = trace
  const said = [agent.name, outcome.status, solution ?? null, outcome.error ?? null, notes ?? null]
  const notesToo = learned === undefined ? [] : [stable(learned)]
  return contentHash(problem, ...said.map(String), ...notesToo)
}

export function findingsOf({ trace }: PreparedTrace): TraceFindings {
  const uses = usesOf(trace)
  return {
    states: chainOf(trace),
    errors: errorsOf(trace),
    uses,
    taint: taintOf(trace),
    notes: noteDrafts(trace, uses)
  }
}

/** JSON with its fields in the order of their names. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field
  )
}
