import type { createFileContents } from './file-contents.js'
import { joinStep } from './judged-step.js'
import type { RunTasks } from './run-tasks.js'
import type { Answer } from './settle-call.js'
import type { StepDraft } from './step-draft.js'
import { createSubRunJoiner, ownSteps, type SubRun } from './sub-run.js'

type Action = NonNullable<StepDraft['action']>

/** Joins to a run what its sub-agents did, each where it came to its end: it belongs to the run's task. */
export interface RunSubs {
  add(sub: SubRun): void
  /** The run did something itself: a sub-agent may have been given a copy of it. */
  acted(action: Action): void
  /** The run goes on at a time. */
  goesOn(at: string | undefined): void
  /** A call is answered. */
  answered(input: string | undefined, answer: Answer): void
  /** Nothing more comes. */
  end(): void
}

export function createRunSubs(
  { tasks, files }: { tasks: RunTasks; files: ReturnType<typeof createFileContents> },
  subs: readonly SubRun[]
): RunSubs {
  const joiner = createSubRunJoiner(subs)
  const acted = new Set<string>()
  const join = (ended: readonly SubRun[], told: string) => {
    for (const sub of ended) {
      const known = ({ action }: StepDraft) => action !== undefined && acted.has(keyOf(action))
      for (const step of ownSteps(sub.steps(), { told, known })) {
        const { state } = joinStep(tasks, step)
        if (state?.path !== undefined)
          files.see({ path: state.path, text: state.text, whole: true })
      }
    }
  }
  return {
    add: (sub) => {
      joiner.add(sub)
    },
    acted: (action) => {
      if (subs.length > 0) acted.add(keyOf(action))
    },
    goesOn: (at) => {
      join(joiner.endedBefore(at), '')
    },
    answered: (input = '', { text, started, at }) => {
      join(joiner.answered({ input, text, started, at }), text)
      join(joiner.endedBefore(at), text)
    },
    end: () => {
      join(joiner.rest(), '')
    }
  }
}

function keyOf({ kind, input }: Action): string {
  return `${kind}\n${input.slice(0, 1000)}`
}
