import { traceLimits, type TraceOutcome } from '../canonical-trace.js'
import { cutText } from '../cut-text.js'
import { createStepCollector, type StepHandle } from '../step-collector.js'
import { forwardTimes } from './forward-times.js'
import { newTaskIn, type TaskSoFar } from './new-task.js'
import { createRunJudge, type Ran } from './run-judge.js'
import { draftSize, type StepDraft } from './step-draft.js'

/** One task of a run, and what was done for it. */
export interface RunTask {
  /** undefined where nobody asked for anything. */
  readonly text: string | undefined
  readonly steps: readonly StepDraft[]
  /** Steps and texts that were left out or shortened. */
  readonly cut: { readonly steps: number; readonly texts: number }
  readonly startedAt: string | undefined
  readonly finishedAt: string | undefined
  /** What the recording shows of its end. */
  readonly outcome: TraceOutcome | undefined
}

/**
 * The tasks of one run, in their order: a session in which a person asks for one thing, gets it and asks for another
 * is divided where they ask; see newTaskIn. Memory is bounded by traceLimits, thrice over where it is divided.
 */
export interface RunTasks {
  /** The first thing that was asked for. */
  ask(text: string): void
  hasTask(): boolean
  first(): string | undefined
  add(step: StepDraft): StepHandle
  /** A text cut to its limit, counted where it was longer. */
  short(text: string, limit: number): string
  countCut(): void
  /** The time where it runs forward; undefined otherwise. */
  time(at: string | undefined): string | undefined
  /** What the agent says or gives to a tool; what it names as a file is part of what the task is about. */
  did(did: { said?: string; input?: string; path?: string | undefined }): void
  /** Whether what the person says opens another task; then it is begun, and `step` is no part of it. */
  opens(asked: string, step: () => StepDraft): boolean
  /** The person says something about the task: what they think of it counts. */
  said(text: string): void
  changed(): void
  ran(ran: Ran): void
  /** The run as a whole, as if it had but one task, and its tasks where there are several. */
  finish(): { whole: RunTask; tasks: readonly RunTask[] }
}

type Judge = ReturnType<typeof createRunJudge>

interface Part {
  readonly text: string
  readonly judge: Judge
  readonly times: ReturnType<typeof forwardTimes>
  /** undefined for the first task, whose steps are those of the whole run until the next one begins. */
  readonly collector: ReturnType<typeof createStepCollector<StepDraft>> | undefined
  readonly textsBefore: number
  readonly asked: string[]
  readonly done: string[]
  lastSaid: string | undefined
  answered: boolean
}

interface Tasks {
  readonly collector: ReturnType<typeof createStepCollector<StepDraft>>
  readonly times: ReturnType<typeof forwardTimes>
  readonly judge: Judge
  readonly closed: RunTask[]
  part: Part | undefined
  texts: number
  size: number
}

const mostTasks = 200
/** What is remembered of a task to compare the next request with. */
const mostTexts = 400
const longestText = 2000

/** `single`: the recording is of one task by its kind, whatever is said in it. */
export function createRunTasks({ single }: { readonly single: boolean }): RunTasks {
  const tasks: Tasks = {
    collector: createStepCollector<StepDraft>(),
    times: forwardTimes(),
    judge: createRunJudge(),
    closed: [],
    part: undefined,
    texts: 0,
    size: 0
  }
  return {
    ask: (text) => {
      const { judge, times } = tasks
      tasks.part = { ...partOf(text), judge, times, collector: undefined, textsBefore: 0 }
    },
    hasTask: () => tasks.part !== undefined,
    first: () => tasks.closed[0]?.text ?? tasks.part?.text,
    add: (step) => add(tasks, step),
    short: (text, limit) => {
      if (text.length > limit) tasks.texts += 1
      return cutText(text, limit)
    },
    countCut: () => {
      tasks.texts += 1
    },
    time: (at) => {
      const { part, times } = tasks
      const time = times.next(at)
      if (part?.collector !== undefined) part.times.next(time)
      return time
    },
    did: (did) => {
      remember(tasks, did)
    },
    opens: (asked, step) => !single && open(tasks, asked, step),
    said: (text) => {
      for (const judge of judges(tasks)) judge.said(text)
      if (tasks.part) {
        keep(tasks.part.asked, text)
        tasks.part.answered = false
        tasks.part.lastSaid = undefined
      }
    },
    changed: () => {
      for (const judge of judges(tasks)) judge.changed()
    },
    ran: (ran) => {
      for (const judge of judges(tasks)) judge.ran(ran)
    },
    finish: () => finish(tasks)
  }
}

function partOf(text: string) {
  const asked = [text.slice(0, 20_000)]
  return { text, asked, done: [] as string[], lastSaid: undefined, answered: false }
}

/** The judge of the whole run, and that of its last task where it has several. */
function judges({ judge, part }: Tasks): Judge[] {
  return part === undefined || part.judge === judge ? [judge] : [judge, part.judge]
}

function add({ collector, part }: Tasks, step: StepDraft): StepHandle {
  const size = draftSize(step)
  const whole = collector.add(step, size)
  const own = part?.collector?.add(step, size)
  return {
    grow: (more) => {
      whole.grow(more)
      own?.grow(more)
    }
  }
}

function remember(
  tasks: Tasks,
  { said, input, path }: { said?: string; input?: string; path?: string | undefined }
): void {
  if (input !== undefined) for (const judge of judges(tasks)) judge.acted()
  const { part } = tasks
  if (!part) return
  part.answered = true
  if (said !== undefined) part.lastSaid = said.slice(-longestText)
  else if (input !== undefined) part.lastSaid = undefined
  for (const text of [said, input]) if (text !== undefined) keep(part.done, text)
  if (path !== undefined) keep(part.asked, path)
}

function keep(texts: string[], text: string): void {
  if (texts.length < mostTexts) texts.push(text.slice(0, longestText))
}

function open(tasks: Tasks, asked: string, step: () => StepDraft): boolean {
  const { part, closed } = tasks
  if (!part || closed.length >= mostTasks || tasks.size > traceLimits.stepCharacters) return false
  const found = newTaskIn(asked, soFar(part))
  if (!found) return false
  if (found.praise !== '') part.judge.said(found.praise)
  const task = close(tasks, part)
  tasks.size += task.steps.reduce((sum, one) => sum + draftSize(one), 0)
  closed.push(task)
  tasks.collector.add(step(), asked.length)
  const text = cutText(found.task, traceLimits.texts['task.text'])
  const times = forwardTimes()
  times.next(tasks.times.last())
  const collector = createStepCollector<StepDraft>()
  const own = { judge: createRunJudge(), times, collector, textsBefore: tasks.texts }
  tasks.part = { ...partOf(text), ...own }
  return true
}

function soFar({ asked, done, lastSaid, answered, judge }: Part): TaskSoFar {
  const outcome = judge.outcome()
  const reached =
    outcome?.status === 'passed' || /^(?:commit|pull request) made: /.test(outcome?.evidence ?? '')
  return { asked, done, lastSaid, answered, reached }
}

function close(tasks: Tasks, { text, collector, times, judge, textsBefore }: Part): RunTask {
  const { steps, cut } = (collector ?? tasks.collector).finish()
  return {
    text,
    steps,
    cut: { steps: cut, texts: tasks.texts - textsBefore },
    startedAt: times.first(),
    finishedAt: times.last(),
    outcome: judge.outcome()
  }
}

function finish(tasks: Tasks): { whole: RunTask; tasks: readonly RunTask[] } {
  const { part, closed, collector, times, judge } = tasks
  const all = { text: undefined, collector, times, judge, textsBefore: 0 }
  const whole = close(tasks, { ...partOf(''), ...all, text: '' })
  const first = closed[0]?.text ?? part?.text
  const several = part && closed.length > 0 ? [...closed, close(tasks, part)] : []
  return { whole: { ...whole, text: first }, tasks: several }
}
