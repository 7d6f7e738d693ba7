import type { Ran } from './run-judge.js'
import type { RunTasks } from './run-tasks.js'
import type { StepDraft } from './step-draft.js'

/** What a step was judged by, beside what is kept of it: joined to another run, it is judged there again. */
const judgedBy = new WeakMap<StepDraft, Judged>()

type Judged = { readonly changed: true } | { readonly ran: Ran }

/** Tells the judge of a run what a step did, and remembers it. */
export function judgeStep(tasks: RunTasks, step: StepDraft, judged: Judged): void {
  judgedBy.set(step, judged)
  if ('changed' in judged) tasks.changed()
  else tasks.ran(judged.ran)
}

/** Adds a step of another run to this one, and judges it as it was judged there. */
export function joinStep(tasks: RunTasks, step: StepDraft): StepDraft {
  // What was said to a sub-agent no person said.
  const role = step.role === 'user' ? 'system' : step.role
  const joined: StepDraft = { ...step, role, at: tasks.time(step.at) }
  tasks.add(joined)
  if (step.action) tasks.did({ input: step.action.input, path: step.state?.path })
  const judged = judgedBy.get(step)
  if (judged) judgeStep(tasks, joined, judged)
  return joined
}
