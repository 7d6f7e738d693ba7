import { traceSchemaName, type CanonicalTrace, type TraceOutcome } from '../canonical-trace.js'
import { changesMade } from './changes-made.js'
import type { RunTask } from './run-tasks.js'

type Known = Exclude<keyof CanonicalTrace, 'schema' | 'steps' | 'cut' | 'task'>

/** Everything of a trace but what the recorder itself knows. */
export type RunFacts = { readonly [K in Known]?: CanonicalTrace[K] | undefined } & {
  readonly agent: CanonicalTrace['agent']
  readonly outcome: CanonicalTrace['outcome']
  readonly title?: string | undefined
}

/** A canonical trace of what was done for a task, `about` saying what it is where nobody asked; undefined where nothing does. */
export function traceOfTask(task: RunTask, { title, ...facts }: RunFacts, about?: string): unknown {
  const text = task.text ?? about
  if (text === undefined) return undefined
  const { startedAt, finishedAt, steps, cut } = task
  return {
    schema: traceSchemaName,
    startedAt,
    finishedAt,
    ...facts,
    solution: facts.solution ?? changesMade(steps),
    outcome: outcomeOf(task, facts.outcome),
    task: { text, title },
    steps,
    cut: cut.steps + cut.texts === 0 ? undefined : cut
  }
}

/**
 * A trace for each of several tasks of one run; none where somebody else judged the whole or took over its result. The
 * title of a session names none of its tasks, and the first one keeps the name that the session had before it grew.
 */
export function tracesOfTasks(tasks: readonly RunTask[], facts: RunFacts): unknown[] {
  if (!isOpen(facts.outcome) || facts.solution !== undefined) return []
  return tasks.map((task, i) => {
    const { id, source } = facts
    const named =
      i === 0 ? { id, source } : { id: partName(id, i), source: partOfSource(source, i) }
    return traceOfTask(task, { ...facts, ...named, title: undefined })
  })
}

/** By its place: a session that has grown since has the same tasks before. */
function partName(id: string | undefined, i: number): string | undefined {
  return id === undefined ? undefined : `${id.slice(0, 185)}/task-${String(i + 1)}`
}

function partOfSource(source: RunFacts['source'], i: number): RunFacts['source'] {
  const part = `task-${String(i + 1)}`
  const ref = source?.ref === undefined ? part : `${source.ref.slice(0, 485)}/${part}`
  return source && { ...source, ref }
}

/** Nobody outside of the run judged it. */
function isOpen(told: TraceOutcome): boolean {
  return (
    told.status === 'unknown' &&
    told.error === undefined &&
    (told.evidence === undefined || /^exit status: /i.test(told.evidence))
  )
}

/** Who judged outside of the run knows better; where nobody did, what the run shows. */
function outcomeOf(task: RunTask, told: TraceOutcome): TraceOutcome {
  return isOpen(told) ? { ...told, ...task.outcome } : told
}
