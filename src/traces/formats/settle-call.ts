import { traceLimits } from '../canonical-trace.js'
import { cutText } from '../cut-text.js'
import { onlyShows, segmentsOf } from './command-line.js'
import { errorIn } from './error-in.js'
import { exitCodeIn } from './exit-code-in.js'
import type { FileContents } from './file-contents.js'
import type { FileOperation } from './file-operation.js'
import { fileViewIn, type FileView } from './file-view.js'
import { languageOf } from './language-of.js'
import type { StepDraft } from './step-draft.js'
import { runnerSummaryIn } from './test-summary.js'

export interface Answer {
  /** The call that it answers; without it, the latest one. */
  readonly id?: string | undefined
  readonly text: string
  /** The tool itself said that it failed. */
  readonly failed?: boolean
  /** How the command ended, where the recording says so beside the text. */
  readonly exitCode?: number | undefined
  /** What the file of the call held before it or holds after it, where the recording says so. */
  readonly file?: { readonly before?: string; readonly after?: string } | undefined
  readonly at?: string | undefined
  /** The sub-agents that the call started, where the recording names them beside the text. */
  readonly started?: readonly string[] | undefined
}

const refused =
  /^(?:your proposed edit has introduced|error\b|no replacement was performed|string to replace not found|file has not been read)|changes have not been applied|no changes (?:were )?made/i
const limits = traceLimits.texts

/** What a host says when the person did not let a tool run: no error of the tool. */
const refusedByPerson =
  /^(?:the user doesn't want to (?:proceed|take this action)|the user (?:denied|rejected|declined|cancelled|chose not)|user (?:denied|rejected|declined|cancelled|refused|aborted|skipped)|\[?(?:request|operation|tool use|tool call|command) (?:was )?(?:interrupted|cancelled|canceled|rejected|denied|aborted|declined|skipped) by (?:the )?user|(?:exec )?command rejected by user|aborted by user|patch rejected by user|interrupted by user|error: (?:the )?user (?:rejected|denied|cancelled|declined)|permission to use \w+ has been denied|claude requested permissions? to)/i

export function isRefusal(text: string): boolean {
  return refusedByPerson.test(text.trimStart().slice(0, 300))
}

/** Writes what came back into the step that called for it: observation, error, and the state it led to. */
export function settleCall(
  call: { step: StepDraft; operation: FileOperation | undefined },
  answer: Answer,
  files: FileContents
): void {
  const { step, operation } = call
  observe(step, answer.text)
  if (isRefusal(answer.text)) return
  const wasRefused = answer.failed === true || refusesEdit(step, answer.text)
  const error = wasRefused ? errorOf(answer.text) : errorOfRun(step, answer)
  if (error !== undefined) step.error = error
  const after = wasRefused ? undefined : contentAfter(operation, answer, files)
  settleState(step, after)
}

function observe(step: StepDraft, text: string): void {
  const said = step.observation === undefined ? text : `${step.observation}\n${text}`
  step.observation = cutText(said, limits['steps[].observation'])
}

/** What a file holds now, or whether the code of the step itself ran. */
function settleState(step: StepDraft, after: Content | undefined): void {
  if (after) {
    const text = cutText(after.text, limits['steps[].state.text'])
    step.state = { text, path: after.path, language: languageOf(after.path) }
  } else if (step.state && step.action?.kind === 'code') step.state.runs = step.error === undefined
}

/** What a failed tool has to say for itself. */
export function errorOf(text: string): string {
  const said = text.trim() === '' ? 'the tool failed without a word' : text.trim()
  return errorIn(text) ?? cutText(said, 2000)
}

function refusesEdit(step: StepDraft, text: string): boolean {
  return step.action?.kind === 'edit' && refused.test(text.slice(0, 20_000))
}

/** Only what ran can have raised: a file that is merely shown may talk of errors, and what passed raised none. */
function errorOfRun({ action }: StepDraft, answer: Answer): string | undefined {
  if (action?.kind === 'code') return errorIn(answer.text)
  if (action?.kind !== 'command' || raisedNothing(action.input, answer)) return undefined
  return errorIn(answer.text)
}

function raisedNothing(command: string, answer: Answer): boolean {
  const exitCode = answer.exitCode ?? exitCodeIn(answer.text)
  if (exitCode !== undefined && exitCode !== 0) return false
  if (onlyShows(command) || isWholly(command, exitCode)) return true
  const summary = runnerSummaryIn(answer.text)
  return summary?.failed === 0 && summary.passed > 0
}

/** One command that says itself that it ended well: what it printed of errors was no error of its own. */
function isWholly(command: string, exitCode: number | undefined): boolean {
  return exitCode === 0 && segmentsOf(command).length === 1 && !/\||&\s*$/.test(command)
}

interface Content {
  readonly path: string
  readonly text: string
}

function contentAfter(
  operation: FileOperation | undefined,
  answer: Answer,
  files: FileContents
): Content | undefined {
  const view = viewOf(operation, answer.text)
  const told = toldOf(view ?? operation, answer)
  if (told.before) files.see({ ...told.before, whole: true })
  const replayed = operation && files.apply(operation)
  if (view) files.see(view)
  const changes = operation !== undefined && operation.does !== 'view'
  return changes ? (told.after ?? wholeOf(view) ?? replayed) : undefined
}

function wholeOf(view: (FileView & Content) | undefined): Content | undefined {
  return view?.whole === true ? view : undefined
}

/** What the recording itself says of the file that was shown or worked on. */
function toldOf(
  at: { readonly path?: string } | undefined,
  { file }: Answer
): { before?: Content; after?: Content } {
  const path = at?.path
  if (path === undefined) return {}
  return {
    ...(file?.before === undefined ? {} : { before: { path, text: file.before } }),
    ...(file?.after === undefined ? {} : { after: { path, text: file.after } })
  }
}

function viewOf(
  operation: FileOperation | undefined,
  text: string
): (FileView & { path: string }) | undefined {
  const view = fileViewIn(text.slice(0, 1_000_000))
  const path = view?.path ?? operation?.path
  if (!view || path === undefined) return undefined
  const partly = operation?.does === 'view' && !operation.whole
  return { path, text: view.text, whole: view.whole && !partly }
}
