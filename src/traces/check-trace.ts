import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { packageRoot } from '../package-root.js'
import { traceLimits, traceSchemaName, type CanonicalTrace } from './canonical-trace.js'
import { checkTraceMeaning } from './check-trace-meaning.js'
import { explainSchemaError, type TraceRefusal } from './explain-schema-error.js'
import { fitTrace } from './fit-trace.js'

export type TraceVerdict = { readonly ok: true; readonly trace: CanonicalTrace } | TraceRefusal

let compiled: ValidateFunction<CanonicalTrace> | undefined

/**
 * Decides whether something from outside is a canonical trace. What is too long is cut and what
 * cannot be stored is cleaned, both said in `trace.cut`; what is wrong is refused with its path.
 * Never throws on bad input and never changes `value`. `spaces` are those that it may belong to.
 */
export function checkCanonicalTrace(value: unknown, spaces: readonly string[]): TraceVerdict {
  const tooDeep = deeperThan(value, traceLimits.depth)
  if (tooDeep) {
    const expected = `a trace nested at most ${String(traceLimits.depth)} levels deep`
    return { ok: false, path: 'trace', reason: 'it is nested too deeply', expected }
  }
  const trimmed = withFewerSteps(value)
  const validate = (compiled ??= compile())
  if (!validate(trimmed.value)) {
    const error = validate.errors?.[0]
    return error
      ? explainSchemaError(error)
      : { ok: false, path: 'trace', reason: 'it does not fit the schema', expected: 'a trace' }
  }
  const trace = { ...fitTrace(trimmed.value, trimmed.cut), schema: traceSchemaName } as const
  return checkTraceMeaning(trace, spaces) ?? { ok: true, trace }
}

function compile(): ValidateFunction<CanonicalTrace> {
  const file = join(packageRoot(), 'schema', 'trace.schema.json')
  const ajv = new Ajv2020({
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    validateFormats: false
  })
  return ajv.compile<CanonicalTrace>(JSON.parse(readFileSync(file, 'utf8')) as object)
}

/** Cut before the schema is applied, so that a run of a million steps costs no more than one of ten thousand. */
function withFewerSteps(value: unknown): { value: unknown; cut: number } {
  const steps: unknown = (value as { steps?: unknown } | null | undefined)?.steps
  const cut = Array.isArray(steps) ? Math.max(0, steps.length - traceLimits.steps) : 0
  if (!Array.isArray(steps) || cut === 0) return { value, cut: 0 }
  const half = traceLimits.steps / 2
  const kept: unknown[] = [
    ...(steps.slice(0, half) as unknown[]),
    ...(steps.slice(-half) as unknown[])
  ]
  return { value: { ...(value as object), steps: kept }, cut }
}

/** Walks with a stack of its own: the value may be deep enough to end a recursive walk, or go in a circle. */
function deeperThan(value: unknown, depth: number): boolean {
  const stack: [unknown, number][] = [[value, 0]]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, level] = top
    if (typeof node !== 'object' || node === null) continue
    if (level >= depth) return true
    for (const child of Object.values(node)) stack.push([child, level + 1])
  }
  return false
}
