import {
  traceLimits,
  traceSchemaName,
  type CanonicalTrace,
  type TraceOutcome
} from '../canonical-trace.js'
import { cutText } from '../cut-text.js'
import { createStepCollector, type StepHandle } from '../step-collector.js'
import { createFileContents } from './file-contents.js'
import { fileOperation, type FileOperation } from './file-operation.js'
import { forwardTimes } from './forward-times.js'
import type { JsonRecord } from './json-record.js'
import { errorOf, isRefusal, settleCall, type Answer } from './settle-call.js'
import { draftSize, type StepDraft } from './step-draft.js'
import { askedIn, isNoTask } from './asked-in.js'
import { exitCodeIn } from './exit-code-in.js'
import { createRunJudge } from './run-judge.js'
import { bareToolName, fileWrittenBy, toolAction } from './tool-action.js'

export interface Call {
  /** Joins the answer to the call; without it the next answer is this call's. */
  readonly id?: string | undefined
  readonly action: NonNullable<StepDraft['action']>
  readonly operation?: FileOperation | undefined
  /** The code that the action itself is. */
  readonly state?: StepDraft['state']
  readonly at?: string | undefined
}

type Known = Exclude<keyof CanonicalTrace, 'schema' | 'steps' | 'cut' | 'task'>

/** Everything of a trace but what the recorder itself knows. */
export type RunFacts = { readonly [K in Known]?: CanonicalTrace[K] | undefined } & {
  readonly agent: CanonicalTrace['agent']
  readonly outcome: CanonicalTrace['outcome']
  readonly title?: string | undefined
}

/**
 * Turns the turns of a conversation into canonical steps, in order: pairs calls with answers,
 * joins what the agent said before a call to that call, and follows the content of files. The
 * first thing that the person asks for is the task: neither a host's mark-up nor a greeting. How it ended is
 * judged by what the recording shows, unless the facts say it. Memory is bounded by traceLimits.
 */
export interface RunRecorder {
  user(text: string, at?: string, role?: 'user' | 'reviewer'): void
  system(text: string, at?: string): void
  /** What the agent says: the plan of the call that follows, or a message of its own. */
  agent(text: string, at?: string): void
  call(call: Call): void
  answer(answer: Answer): void
  /** Whether a call waits for an answer that names none. */
  waits(): boolean
  /** What the work is about where nobody says it in what is recorded: a summary, the host's title. */
  about(text: string): void
  /** A block of a kind that the reader does not know: counted and named, never dropped in silence. */
  unread(kind: string): void
  /** `kind (times)`, of what was not read. */
  unreadKinds(): string | undefined
  /** Whether it is known what was asked for. */
  hasTask(): boolean
  /** Whether anything was called that an answer may belong to. */
  hasCalled(): boolean
  /** undefined where nobody ever asked for anything. */
  finish(facts: RunFacts): unknown
}

/** A call of a named tool with its arguments. */
export function toolCall(name: string, args: JsonRecord): Pick<Call, 'action' | 'operation'> {
  const action = toolAction(name, args)
  if (action.kind === 'command') return shellCall(action.input, name)
  return { action, operation: fileOperation(bareToolName(name), args) }
}

export function shellCall(command: string, name?: string): Pick<Call, 'action' | 'operation'> {
  const written = fileWrittenBy(command)
  return {
    action: { kind: 'command', ...(name === undefined ? {} : { name }), input: command },
    operation: written && { does: 'write', ...written }
  }
}

interface Pending {
  readonly step: StepDraft
  readonly handle: StepHandle
  readonly operation: FileOperation | undefined
}

interface Run {
  readonly collector: ReturnType<typeof createStepCollector<StepDraft>>
  readonly times: ReturnType<typeof forwardTimes>
  readonly files: ReturnType<typeof createFileContents>
  readonly pending: Map<string, Pending>
  readonly judge: ReturnType<typeof createRunJudge>
  readonly unread: Map<string, number>
  latest: Pending | undefined
  task: string | undefined
  about: string | undefined
  said: { text: string; at: string | undefined } | undefined
  texts: number
}

const mostPending = 500
const mostKinds = 50
const limits = traceLimits.texts

export function createRunRecorder(): RunRecorder {
  const run: Run = {
    collector: createStepCollector<StepDraft>(),
    times: forwardTimes(),
    files: createFileContents(),
    pending: new Map(),
    judge: createRunJudge(),
    unread: new Map(),
    latest: undefined,
    task: undefined,
    about: undefined,
    said: undefined,
    texts: 0
  }
  return {
    user(text, at, role = 'user') {
      recordUser(run, { text, at, role })
    },
    system(text, at) {
      flush(run)
      const instruction = short(run, text, limits['steps[].instruction'])
      if (text.trim() !== '') add(run, { role: 'system', instruction, at: run.times.next(at) })
    },
    agent(text, at) {
      if (text.trim() === '') return
      const joined = run.said ? `${run.said.text}\n\n${text}` : text
      const time = run.said?.at ?? run.times.next(at)
      run.said = { text: short(run, joined, limits['steps[].instruction']), at: time }
    },
    call: (call) => {
      recordCall(run, call)
    },
    answer: (answer) => {
      recordAnswer(run, answer)
    },
    about: (text) => {
      run.about ??= text.trim() === '' ? undefined : short(run, text.trim(), limits['task.text'])
    },
    unread: (kind) => {
      const name = kind.slice(0, 60)
      if (run.unread.size < mostKinds || run.unread.has(name))
        run.unread.set(name, (run.unread.get(name) ?? 0) + 1)
    },
    unreadKinds: () =>
      run.unread.size === 0
        ? undefined
        : [...run.unread].map(([kind, times]) => `${kind} (${String(times)})`).join(', '),
    waits: () => run.latest !== undefined && run.latest.step.observation === undefined,
    hasTask: () => run.task !== undefined,
    hasCalled: () => run.latest !== undefined,
    finish: (facts) => finishRun(run, facts)
  }
}

function add(run: Run, step: StepDraft): StepHandle {
  return run.collector.add(step, draftSize(step))
}

function short(run: Run, text: string, limit: number): string {
  if (text.length > limit) run.texts += 1
  return cutText(text, limit)
}

function recordUser(
  run: Run,
  { text, at, role }: { text: string; at: string | undefined; role: 'user' | 'reviewer' }
): void {
  flush(run)
  if (text.trim() === '') return
  const time = run.times.next(at)
  const asked = askedIn(text)
  if (asked === '') {
    add(run, {
      role: 'system',
      instruction: short(run, text, limits['steps[].instruction']),
      at: time
    })
    return
  }
  if (run.task === undefined && !isNoTask(asked)) {
    run.task = short(run, asked, limits['task.text'])
    return
  }
  if (run.task !== undefined) run.judge.said(asked)
  add(run, { role, instruction: short(run, asked, limits['steps[].instruction']), at: time })
}

/** What the agent said and did nothing after was a message. */
function flush(run: Run): void {
  if (!run.said) return
  const { text, at } = run.said
  run.said = undefined
  add(run, { role: 'agent', action: { kind: 'message', input: text }, at })
}

function recordCall(run: Run, { id, action, operation, state, at }: Call): void {
  run.judge.acted()
  const step: StepDraft = {
    role: 'agent',
    instruction: run.said?.text,
    action: { ...action, input: short(run, action.input, limits['steps[].action.input']) },
    state: state && { ...state, text: short(run, state.text, limits['steps[].state.text']) },
    at: run.said?.at ?? run.times.next(at)
  }
  run.said = undefined
  run.latest = { step, handle: add(run, step), operation }
  if (id !== undefined) run.pending.set(id, run.latest)
  const oldest = run.pending.keys().next().value
  if (run.pending.size > mostPending && oldest !== undefined) run.pending.delete(oldest)
}

function recordAnswer(run: Run, answer: Answer): void {
  const call = answer.id === undefined ? run.latest : run.pending.get(answer.id)
  if (answer.id !== undefined) run.pending.delete(answer.id)
  run.times.next(answer.at)
  if (answer.text.length > limits['steps[].observation']) run.texts += 1
  if (!call) {
    flush(run)
    const observation = cutText(answer.text, limits['steps[].observation'])
    const error = answer.failed === true ? errorOf(answer.text) : undefined
    add(run, { role: 'tool', observation, error })
    return
  }
  const before = draftSize(call.step)
  settleCall(call, answer, run.files)
  call.handle.grow(draftSize(call.step) - before)
  judge(run, call, answer)
}

/** Notes that have no bearing on whether the code works. */
const prose = /\.(?:md|mdx|rst|txt|adoc|log)$/i

function judge(run: Run, { step, operation }: Pending, answer: Answer): void {
  const { action } = step
  if (!action || isRefusal(answer.text)) return
  if (action.kind === 'command' || action.kind === 'code') judgeCommand(run, action, answer)
  if (action.kind === 'edit' && changesCode(step, operation)) run.judge.changed()
}

function changesCode({ state, error }: StepDraft, operation: FileOperation | undefined): boolean {
  return error === undefined && !prose.test(state?.path ?? operation?.path ?? '')
}

function judgeCommand(run: Run, action: NonNullable<StepDraft['action']>, answer: Answer): void {
  const told = answer.exitCode ?? exitCodeIn(answer.text)
  run.judge.ran({
    command: action.kind === 'code' ? '' : action.input,
    output: answer.text,
    exitCode: told ?? (answer.failed === true ? 1 : undefined)
  })
}

function finishRun(run: Run, { title, ...facts }: RunFacts): unknown {
  flush(run)
  const task = run.task ?? run.about
  if (task === undefined) return undefined
  const { steps, cut } = run.collector.finish()
  return {
    schema: traceSchemaName,
    startedAt: run.times.first(),
    finishedAt: run.times.last(),
    ...facts,
    outcome: outcomeOf(run, facts.outcome),
    task: { text: task, title },
    steps,
    cut: cut + run.texts === 0 ? undefined : { steps: cut, texts: run.texts }
  }
}

/** Who judged outside of the run knows better; where nobody did, what the run shows. */
function outcomeOf(run: Run, told: TraceOutcome): TraceOutcome {
  const open = told.status === 'unknown' && told.error === undefined
  if (!open || (told.evidence !== undefined && !/^exit status: /i.test(told.evidence))) return told
  return { ...told, ...run.judge.outcome() }
}
