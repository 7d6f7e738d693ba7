import { isRecord, recordAt, textAt } from './json-record.js'
import type { RunRecorder } from './run-recorder.js'
import type { StepDraft } from './step-draft.js'

/** What a sub-agent did, as it waits to be joined to the run that started it. */
export interface SubRun {
  /** What the answer to the call that started it may name it by. */
  readonly ids: readonly string[]
  /** The session that started it; undefined where only one can have. */
  readonly parent?: string | undefined
  /** What it was asked, where that was recorded. */
  asked(): string | undefined
  /** When it did the last of what was recorded; ISO 8601. */
  endedAt(): string | undefined
  /** Taken once. */
  steps(): readonly StepDraft[]
}

/** The answer to a call, as far as it may tell that a sub-agent came to its end. */
export interface AnsweredCall {
  readonly input: string
  readonly text: string
  /** The sub-agents that the recording itself names beside the answer. */
  readonly started: readonly string[] | undefined
  readonly at: string | undefined
}

/** Tells where in a run what its sub-agents did belongs. */
export interface SubRunJoiner {
  add(sub: SubRun): void
  /** Those that a call is seen to have started and that are at their end, where its answer comes. */
  answered(call: AnsweredCall): SubRun[]
  /** Those that ended before a time at which the run went on. */
  endedBefore(at: string | undefined): SubRun[]
  /** All that are left. */
  rest(): SubRun[]
}

/** In milliseconds: the answer may be stamped a little before the last that the sub-agent wrote. */
const slack = 1_000

/**
 * A sub-agent that works while the run goes on is joined where it ended, not where it was started: what the run tested
 * before says nothing of what the sub-agent changed after.
 */
export function createSubRunJoiner(subs: readonly SubRun[]): SubRunJoiner {
  let waiting = [...subs]
  const take = (is: (sub: SubRun) => boolean): SubRun[] => {
    if (waiting.length === 0) return []
    const taken = waiting.filter(is)
    if (taken.length > 0) waiting = waiting.filter((sub) => !taken.includes(sub))
    return taken
  }
  return {
    add: (sub) => {
      waiting.push(sub)
    },
    answered: (call) => {
      const named = waiting.filter((sub) => isNamed(sub, call))
      const meant =
        named.length > 0 ? named : waiting.filter((sub) => isAsked(sub, call)).slice(0, 1)
      return take((sub) => meant.includes(sub) && !isBefore(call.at, sub.endedAt(), slack))
    },
    endedBefore: (at) => take((sub) => at !== undefined && isBefore(sub.endedAt(), at, 0)),
    rest: () => take(() => true)
  }
}

function isNamed({ ids }: SubRun, { started, text }: AnsweredCall): boolean {
  if (started !== undefined && started.length > 0) return ids.some((id) => started.includes(id))
  return ids.some((id) => id.length >= 6 && text.includes(id))
}

/** As much of what was asked as tells it from other tasks. */
const telling = 500

function isAsked(sub: SubRun, { input }: AnsweredCall): boolean {
  const asked = sub.asked()?.trim().slice(0, telling)
  if (asked === undefined || asked.length < 8) return false
  // Arguments are kept as JSON text, in which lines and quotes are escaped.
  return input.includes(asked) || input.includes(JSON.stringify(asked).slice(1, -1))
}

function isBefore(at: string | undefined, other: string | undefined, by: number): boolean {
  const [one, two] = [Date.parse(at ?? ''), Date.parse(other ?? '')]
  return !Number.isNaN(one) && !Number.isNaN(two) && one + by < two
}

/** What is joined of the steps of a sub-agent: not its last word where that is the answer, nor what it was given to begin with. */
export function ownSteps(
  steps: readonly StepDraft[],
  { told, known }: { readonly told: string; readonly known: (step: StepDraft) => boolean }
): StepDraft[] {
  const foreign = steps.findIndex((step) => !known(step))
  // One step may be the same by chance; a copy of the run's beginning has more.
  const own = foreign >= 2 ? steps.slice(foreign) : foreign < 0 && steps.length > 1 ? [] : steps
  const last = own.at(-1)?.action
  const isAnswer =
    last?.kind === 'message' && last.input !== '' && told.includes(last.input.slice(0, 300))
  return isAnswer ? own.slice(0, -1) : [...own]
}

/** What was read of a sub-agent's recording, as its run is joined to the one that started it; undefined where it did nothing. */
export function subRunOf(
  read: { readonly trace: unknown } | { readonly skipped: string; readonly untold?: unknown },
  ids: readonly string[],
  parent?: string
): SubRun | undefined {
  const trace = 'trace' in read ? read.trace : read.untold
  const steps = stepsOf(trace)
  if (!isRecord(trace) || steps.length === 0) return undefined
  const asked = 'trace' in read ? textAt(recordAt(trace, 'task'), 'text') : undefined
  const endedAt = textAt(trace, 'finishedAt')
  return { ids, parent, asked: () => asked, endedAt: () => endedAt, steps: () => steps }
}

/** The steps of a sub-agent's run; none where it only tried the line out or kept the host's books. */
export function stepsOf(
  trace: unknown,
  run?: Pick<RunRecorder, 'task' | 'hasCalled'>
): readonly StepDraft[] {
  if (!isRecord(trace) || !Array.isArray(trace['steps'])) return []
  if (run && run.task() === undefined && !run.hasCalled()) return []
  return trace['steps'] as readonly StepDraft[]
}
