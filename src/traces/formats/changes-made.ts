import { fileOperation, isProse, type FileOperation } from './file-operation.js'
import { argumentsOf } from './json-record.js'
import type { StepDraft } from './step-draft.js'
import { bareToolName } from './tool-action.js'

const longest = 20_000

/**
 * What a run changed, as a diff, where its recording shows changes of files and not the files that they made: the last
 * change of each place. undefined where every change led to a file that is known whole, or where nothing was changed.
 */
export function changesMade(steps: readonly StepDraft[]): string | undefined {
  const edits = steps.filter(({ action, error }) => action?.kind === 'edit' && error === undefined)
  const known = edits.filter(({ state }) => state !== undefined)
  if (edits.length === known.length) return undefined
  const changes = edits.flatMap((step) => changeIn(step)).filter(({ path }) => !isProse(path))
  const hunks = [...new Map(changes.map((one) => [`${one.path}\n${one.before}`, one])).values()]
  const diff = hunks.map(hunkText).join('\n')
  return diff === '' ? undefined : diff.slice(-longest)
}

interface Change {
  readonly path: string
  /** The lines that go, by which a later change of the same place is known. */
  readonly before: string
  readonly lines: readonly string[]
}

function changeIn({ action }: StepDraft): Change[] {
  if (action === undefined) return []
  if (action.input.includes('*** Begin Patch')) return ofPatch(action.input)
  const operation = fileOperation(bareToolName(action.name ?? ''), argumentsOf(action.input))
  return operation === undefined ? [] : ofOperation(operation)
}

function ofOperation(operation: FileOperation): Change[] {
  const path = 'path' in operation ? (operation.path ?? '') : ''
  if (operation.does === 'replace')
    return operation.edits.map(({ before, after }) => ({
      path,
      before,
      lines: [...marked('-', before), ...marked('+', after)]
    }))
  if (operation.does === 'insert')
    return [added(path, `insert ${String(operation.after)}`, operation.text)]
  if (operation.does === 'lines')
    return [added(path, `lines ${String(operation.from)}`, operation.text)]
  return []
}

function added(path: string, before: string, text: string): Change {
  return { path, before, lines: marked('+', text) }
}

function marked(mark: '-' | '+', text: string): string[] {
  return text === '' ? [] : text.split('\n').map((line) => `${mark}${line}`)
}

/** The hunks of a patch as Codex and its like write them, file by file. */
function ofPatch(patch: string): Change[] {
  const changes: Change[] = []
  let path = ''
  let lines: string[] = []
  const close = () => {
    const before = lines.filter((line) => line.startsWith('-')).join('\n')
    if (lines.some((line) => /^[-+]/.test(line))) changes.push({ path, before, lines })
    lines = []
  }
  for (const line of patch.split('\n')) {
    const file = /^\*\*\* (?:Update|Add) File: (.+)$/.exec(line)?.[1]
    if (file !== undefined || line.startsWith('@@') || line.startsWith('*** ')) close()
    if (file !== undefined) path = file.trim()
    else if (/^[-+ ]/.test(line)) lines.push(line)
  }
  close()
  return changes
}

function hunkText({ path, lines }: Change): string {
  const name = path.replace(/^\/+/, '')
  return [`--- a/${name}`, `+++ b/${name}`, '@@', ...lines].join('\n')
}
