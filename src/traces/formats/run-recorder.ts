import { traceLimits } from '../canonical-trace.js'
import { cutText } from '../cut-text.js'
import type { StepHandle } from '../step-collector.js'
import { createFileContents } from './file-contents.js'
import { fileOperation, isProse, type FileOperation } from './file-operation.js'
import type { JsonRecord } from './json-record.js'
import { errorOf, isRefusal, settleCall, type Answer } from './settle-call.js'
import { draftSize, type StepDraft } from './step-draft.js'
import { askedIn, isNoTask } from './asked-in.js'
import { exitCodeIn } from './exit-code-in.js'
import { judgeStep } from './judged-step.js'
import { createRunSubs, type RunSubs } from './run-subs.js'
import { createRunTasks, type RunTasks } from './run-tasks.js'
import type { SubRun } from './sub-run.js'
import { traceOfTask, tracesOfTasks, type RunFacts } from './trace-of-task.js'
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

/**
 * Turns the turns of a conversation into canonical steps, in order: pairs calls with answers,
 * joins what the agent said before a call to that call, and follows the content of files. The
 * first thing that the person asks for is the task: neither a host's mark-up nor a greeting. How it ended is
 * judged by what the recording shows, unless the facts say it. Memory is bounded by traceLimits.
 */
export interface RunRecorder {
  user(text: string, at?: string, role?: 'user' | 'reviewer'): void
  /** A command of the host that the person gave in their place: as their word, and never another task. */
  command(text: string, at?: string): void
  system(text: string, at?: string): void
  /** What the agent says: the plan of the call that follows, or a message of its own. */
  agent(text: string, at?: string): void
  call(call: Call): void
  answer(answer: Answer): void
  /** A sub-agent that this run started, to be joined where it came to its end. */
  sub(sub: SubRun): void
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
  /** The first thing that was asked for. */
  task(): string | undefined
  /** Whether anything was called that an answer may belong to. */
  hasCalled(): boolean
  /** The run as one trace, `orElse` saying what it is about where nobody ever asked for anything; undefined where nothing does. */
  finish(facts: RunFacts, orElse?: string): unknown
  /**
   * Its tasks as a trace each, where the person asked for several things that have nothing to do with one another.
   * Empty where it is one, and where somebody else judged or took over the result of the whole.
   */
  finishTasks(facts: RunFacts): readonly unknown[]
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
  readonly tasks: RunTasks
  readonly subs: RunSubs
  readonly files: ReturnType<typeof createFileContents>
  readonly pending: Map<string, Pending>
  readonly unread: Map<string, number>
  latest: Pending | undefined
  about: string | undefined
  said: { text: string; at: string | undefined } | undefined
}

const mostPending = 500
const mostKinds = 50
const limits = traceLimits.texts

/**
 * `single`: a recording of one task by its kind, such as a benchmark's; left out, a person may ask for several. `subs`: what
 * its sub-agents did, where that was recorded apart.
 */
export function createRunRecorder({
  single = false,
  subs = []
}: { readonly single?: boolean; readonly subs?: readonly SubRun[] } = {}): RunRecorder {
  const run = newRun(single, subs)
  const { tasks } = run
  return {
    user(text, at, role = 'user') {
      recordUser(run, { text, at, role })
    },
    command(text, at) {
      recordUser(run, { text, at, role: 'user', follows: true })
    },
    system(text, at) {
      flush(run)
      const instruction = tasks.short(text, limits['steps[].instruction'])
      if (text.trim() !== '') tasks.add({ role: 'system', instruction, at: tasks.time(at) })
    },
    agent(text, at) {
      if (text.trim() === '') return
      const joined = run.said ? `${run.said.text}\n\n${text}` : text
      const time = run.said?.at ?? tasks.time(at)
      run.said = { text: tasks.short(joined, limits['steps[].instruction']), at: time }
      tasks.did({ said: text })
    },
    call: (call) => {
      recordCall(run, call)
    },
    answer: (answer) => {
      recordAnswer(run, answer)
    },
    sub: (sub) => {
      run.subs.add(sub)
    },
    about: (text) => {
      run.about ??= text.trim() === '' ? undefined : tasks.short(text.trim(), limits['task.text'])
    },
    unread: (kind) => {
      countKind(run.unread, kind.slice(0, 60))
    },
    unreadKinds: () =>
      run.unread.size === 0
        ? undefined
        : [...run.unread].map(([kind, times]) => `${kind} (${String(times)})`).join(', '),
    waits: () => run.latest !== undefined && run.latest.step.observation === undefined,
    hasTask: () => tasks.hasTask(),
    task: () => tasks.first(),
    hasCalled: () => run.latest !== undefined,
    finish: (facts, orElse) => {
      flush(run)
      run.subs.end()
      return traceOfTask(tasks.finish().whole, facts, run.about ?? orElse)
    },
    finishTasks: (facts) => {
      flush(run)
      run.subs.end()
      return tracesOfTasks(tasks.finish().tasks, facts)
    }
  }
}

function newRun(single: boolean, subs: readonly SubRun[]): Run {
  const tasks = createRunTasks({ single })
  const files = createFileContents()
  return {
    tasks,
    files,
    subs: createRunSubs({ tasks, files }, subs),
    pending: new Map(),
    unread: new Map(),
    latest: undefined,
    about: undefined,
    said: undefined
  }
}

function countKind(unread: Map<string, number>, name: string): void {
  if (unread.size < mostKinds || unread.has(name)) unread.set(name, (unread.get(name) ?? 0) + 1)
}

interface Spoken {
  readonly text: string
  readonly at: string | undefined
  readonly role: 'user' | 'reviewer'
  readonly follows?: boolean
}

function recordUser(run: Run, { text, at, role, follows }: Spoken): void {
  const { tasks } = run
  flush(run)
  run.subs.goesOn(at)
  if (text.trim() === '') return
  const time = tasks.time(at)
  const asked = askedIn(text)
  const longest = limits['steps[].instruction']
  if (asked === '') {
    tasks.add({ role: 'system', instruction: tasks.short(text, longest), at: time })
    return
  }
  if (!tasks.hasTask() && !isNoTask(asked)) {
    tasks.ask(tasks.short(asked, limits['task.text']))
    return
  }
  const step = () => ({ role, instruction: tasks.short(asked, longest), at: time })
  const mayOpen = role === 'user' && follows !== true && !isNoTask(asked)
  if (mayOpen && tasks.opens(asked, step)) return
  if (tasks.hasTask()) tasks.said(asked)
  tasks.add(step())
}

/** What the agent said and did nothing after was a message. */
function flush(run: Run): void {
  if (!run.said) return
  const { text, at } = run.said
  run.said = undefined
  run.tasks.add({ role: 'agent', action: { kind: 'message', input: text }, at })
}

function recordCall(run: Run, { id, action, operation, state, at }: Call): void {
  const { tasks } = run
  run.subs.goesOn(at)
  tasks.did({ input: action.input, path: operation?.path })
  run.subs.acted(action)
  const step: StepDraft = {
    role: 'agent',
    instruction: run.said?.text,
    action: { ...action, input: tasks.short(action.input, limits['steps[].action.input']) },
    state: state && { ...state, text: tasks.short(state.text, limits['steps[].state.text']) },
    at: run.said?.at ?? tasks.time(at)
  }
  run.said = undefined
  run.latest = { step, handle: tasks.add(step), operation }
  if (id !== undefined) run.pending.set(id, run.latest)
  const oldest = run.pending.keys().next().value
  if (run.pending.size > mostPending && oldest !== undefined) run.pending.delete(oldest)
}

function recordAnswer(run: Run, answer: Answer): void {
  const call = answer.id === undefined ? run.latest : run.pending.get(answer.id)
  if (answer.id !== undefined) run.pending.delete(answer.id)
  run.subs.answered(call?.step.action?.input, answer)
  run.tasks.time(answer.at)
  if (answer.text.length > limits['steps[].observation']) run.tasks.countCut()
  if (!call) {
    flush(run)
    const observation = cutText(answer.text, limits['steps[].observation'])
    const error = answer.failed === true ? errorOf(answer.text) : undefined
    run.tasks.add({ role: 'tool', observation, error })
    return
  }
  const before = draftSize(call.step)
  settleCall(call, answer, run.files)
  call.handle.grow(draftSize(call.step) - before)
  judge(run, call, answer)
}

function judge(run: Run, { step, operation }: Pending, answer: Answer): void {
  const { action } = step
  if (!action || isRefusal(answer.text)) return
  if (action.kind === 'command' || action.kind === 'code') judgeCommand(run, step, answer)
  if (action.kind === 'edit' && changesCode(step, operation))
    judgeStep(run.tasks, step, { changed: true })
}

function changesCode({ state, error }: StepDraft, operation: FileOperation | undefined): boolean {
  return error === undefined && !isProse(state?.path ?? operation?.path ?? '')
}

function judgeCommand(run: Run, step: StepDraft, answer: Answer): void {
  const { action } = step
  if (!action) return
  const told = answer.exitCode ?? exitCodeIn(answer.text)
  const ran = {
    command: action.kind === 'code' ? '' : action.input,
    output: answer.text,
    exitCode: told ?? (answer.failed === true ? 1 : undefined)
  }
  judgeStep(run.tasks, step, { ran })
}
