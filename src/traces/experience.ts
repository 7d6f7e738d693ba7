import {
  checkImportInput,
  importTraces,
  type ImportDeps,
  type ImportInput,
  type ImportRun
} from './import-traces.js'
import type { ImportSummary } from './import-summary.js'
import { lessonsFor, type BankedLesson, type LessonsQuestion } from './lessons-for.js'
import { notesOf, type FieldNote } from './notes-about.js'
import { nextStep, type NextStep, type NextStepQuestion } from './next-step.js'
import { recordTraces, type RecordOptions } from './record-traces.js'
import { resolveError, type ResolvedError } from './resolve-error.js'
import type { TraceReceipt } from './trace-receipt.js'

/** What is done with the experience of agents: taken in, and asked. */
export interface Experience {
  /** Takes traces in, canonical or in the short form, checked here; a receipt for each, in order. */
  recordTraces(
    traces: readonly unknown[],
    options?: Partial<RecordOptions>
  ): Promise<TraceReceipt[]>
  /** What got rid of the errors that a text names. */
  resolveError(text: string, limit?: number): Promise<ResolvedError[]>
  /** How others went on from a state, and what an instruction led to. */
  nextStep(question: NextStepQuestion): Promise<NextStep>
  /** The field notes about an API or a library, best founded first. */
  fieldNotes(of: string, limit?: number): Promise<FieldNote[]>
  /** What earlier attempts teach for a task. */
  lessons(question: LessonsQuestion): Promise<BankedLesson[]>
}

/** Takes experience in to `space`, and asks that of all `spaces`. */
export function createExperience(
  deps: ImportDeps,
  space: string,
  spaces: readonly string[] = [space]
): Experience {
  return {
    recordTraces: async (traces, options = {}) => {
      await deps.requireSpace()
      return recordTraces(deps, traces, { space, spaces, ...options })
    },
    resolveError: (text, limit = 5) => resolveError(deps.db, { text, limit }, spaces),
    nextStep: (question) => nextStep(deps, question, spaces),
    fieldNotes: (of, limit = 50) => notesOf(deps.db, { of, spaces, limit }),
    lessons: (question) => lessonsFor(deps, question, spaces)
  }
}

/** The import as a job: what it is started with, and its work. */
export function importJob(
  input: ImportInput,
  space: string
): { kind: string; label: string; input: ImportInput & { space: string } } {
  const checked = checkImportInput(input)
  const [first = ''] = checked.paths
  const what = checked.paths.length === 1 ? first : `${checked.paths.length} files and folders`
  const label = `traces of ${what}${input.dryRun === true ? ', dry run' : ''}`
  return { kind: 'import-traces', label, input: { ...checked, space } }
}

export function importWork(
  deps: ImportDeps
): (input: unknown, run: ImportRun) => Promise<ImportSummary> {
  return (input, run) => importTraces(deps, input as ImportInput & { space: string }, run)
}
