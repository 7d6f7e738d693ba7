import { errorSignatures, isVagueError, type ErrorSignature } from '../domain/error-signature.js'
import type { CanonicalTrace, TraceStep } from './canonical-trace.js'
import { changesFiles, comparableCommand } from './formats/command-line.js'

export interface RaisedError extends ErrorSignature {
  /** Says that something failed and not what: too many different faults would meet there. */
  readonly vague: boolean
  /** Whether it is what the attempt ended with. */
  readonly last: boolean
}

export interface TraceErrors {
  readonly raised: readonly RaisedError[]
  /** Ids of those that were gone later on in the same run. */
  readonly resolved: readonly string[]
}

const maxErrors = 50

/** The errors that a trace met, in order of first appearance, and those that it got rid of. */
export function errorsOf(trace: CanonicalTrace): TraceErrors {
  const lastRaised = new Map<string, number>()
  const found = new Map<string, ErrorSignature>()
  const meet = (text: string | undefined, at: number) => {
    for (const signature of errorSignatures(text ?? '', { failed: true })) {
      if (found.size >= maxErrors && !found.has(signature.id)) continue
      if (!found.has(signature.id)) found.set(signature.id, signature)
      lastRaised.set(signature.id, at)
    }
  }
  trace.steps.forEach((step, i) => {
    meet(step.error, i)
  })
  // What passed and names an error got over it: that was before its end.
  meet(trace.outcome.error, trace.outcome.status === 'passed' ? -1 : trace.steps.length)
  const final = finalError(trace)
  const raised = [...found.values()].map((signature) => ({
    ...signature,
    vague: isVague(signature),
    last: signature.id === final
  }))
  const worked =
    trace.outcome.status === 'passed' ? Math.max(0, lastSuccess(trace)) : lastSuccess(trace)
  const gone = goneAtTheSameCommand(trace, lastRaised)
  const resolved = raised.filter(
    ({ id, vague }) => !vague && ((lastRaised.get(id) ?? Infinity) < worked || gone.has(id))
  )
  return { raised, resolved: resolved.map(({ id }) => id) }
}

/** Whether an error says too little to be known again by itself. */
export function isVague(error: Pick<ErrorSignature, 'type' | 'normalForm'>): boolean {
  return isVagueError(error) || isBareComparison(error.type, error.normalForm)
}

/** An assertion that only compares values, or a code of exit: two of them have nothing in common but that. */
function isBareComparison(type: string, normalForm: string): boolean {
  const said = normalForm.slice(normalForm.indexOf(type) + type.length)
  const words = said.match(/[\p{L}]{2,}/gu) ?? []
  const telling = words.filter(
    (word) =>
      !/^(?:assert|expected|actual|received|got|but|was|equal|equals|to|be|not|is|in|and|or|none|null|true|false|nan|str|num|exit|code|status|id|path|list|dict|value|values|array)$/i.test(
        word
      )
  )
  if (/^(?:AssertionError|AssertionFailedError|assert)$/.test(type)) return telling.length < 2
  return (
    /^\s*:?\s*(?:exit|exit code|exit status|returned non-zero exit status)\b/i.test(said) &&
    telling.length === 0
  )
}

/**
 * Errors that a command raised and that were gone when it ran again, something having been changed in between. A
 * command that then fails in another way got over the first error all the same.
 */
function goneAtTheSameCommand(
  { steps }: CanonicalTrace,
  lastRaised: ReadonlyMap<string, number>
): ReadonlySet<string> {
  const gone = new Set<string>()
  for (const [id, at] of lastRaised) {
    const command = commandOf(steps[at])
    if (command === undefined) continue
    const again = steps.findIndex((step, i) => i > at && commandOf(step) === command && ran(step))
    if (again > 0 && steps.slice(at + 1, again + 1).some(changes)) gone.add(id)
  }
  return gone
}

function commandOf(step: TraceStep | undefined): string | undefined {
  const action = step?.action
  if (action?.kind !== 'command') return undefined
  const command = comparableCommand(action.input)
  return command === '' ? undefined : command
}

/** Whether it is known what came of it: a command without an answer says nothing. */
function ran({ observation, error }: TraceStep): boolean {
  return error !== undefined || observation !== undefined
}

function changes({ action, state, error }: TraceStep): boolean {
  if (state !== undefined) return true
  if (action?.kind === 'edit') return error === undefined
  return action?.kind === 'command' && changesFiles(action.input)
}

/** What the attempt ended with: its outcome's error, else that of its last step. */
function finalError(trace: CanonicalTrace): string | undefined {
  if (trace.outcome.status === 'passed') return undefined
  const last = trace.outcome.error ?? trace.steps.at(-1)?.error
  return errorSignatures(last ?? '', { failed: true })[0]?.id
}

/** The place of the last step that is seen to have worked; an attempt that passed worked at its last action. */
function lastSuccess(trace: CanonicalTrace): number {
  const passed = trace.outcome.status === 'passed'
  return trace.steps.findLastIndex(
    (step) => step.error === undefined && (passed ? acts(step) : step.state?.runs === true)
  )
}

function acts(step: TraceStep): boolean {
  return step.state !== undefined || (step.action !== undefined && step.action.kind !== 'message')
}
