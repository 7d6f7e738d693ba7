import type { ReadTrace, Where } from './format.js'
import type { RunRecorder } from './run-recorder.js'
import type { RunFacts } from './trace-of-task.js'

/** The trace of a run, those of its tasks where it has several, and, beside it, what of the recording the reader did not know; `none` says why there is no trace. */
export function* finishedRun(
  run: RunRecorder,
  facts: RunFacts,
  { where, none }: { readonly where: Where; readonly none?: string }
): Iterable<ReadTrace> {
  const trace = run.finish(facts)
  if (trace === undefined) {
    const untold = run.hasCalled() ? run.finish(facts, 'what a sub-agent did') : undefined
    yield { skipped: none ?? 'no message of a user says what was asked for', where, untold }
    return
  }
  const tasks = run.finishTasks(facts)
  yield { trace, where, ...(tasks.length > 1 && { tasks }) }
  const kinds = run.unreadKinds()
  if (kinds !== undefined)
    yield {
      skipped: `parts of kinds that the reader does not know were left out, the rest was taken in: ${kinds}`,
      where
    }
}

/** A model and who provides it, as far as they are known. */
interface RanModel {
  readonly name: string | undefined
  readonly provider: string | undefined
}

/** Facts of an agent and its model, where they are known. */
export function whoRan(agent: string | undefined, version?: string, model?: string | RanModel) {
  const { name, provider } =
    typeof model === 'object' ? model : { name: model, provider: undefined }
  return {
    agent: {
      name: (agent ?? 'unnamed').slice(0, 200),
      ...(version === undefined ? {} : { version: version.slice(0, 100) })
    },
    model:
      name === undefined
        ? undefined
        : {
            name: name.slice(0, 200),
            ...(provider === undefined ? {} : { provider: provider.slice(0, 100) })
          }
  }
}

/** Where a trace was read, and the recording's own name of it. */
export function sourceOf(format: string, where: Where, ref?: string) {
  return { format, file: where.file, ...(ref === undefined ? {} : { ref: ref.slice(0, 500) }) }
}
