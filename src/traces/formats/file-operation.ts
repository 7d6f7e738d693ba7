import { isRecord, listAt, textAt, type JsonRecord } from './json-record.js'

export interface TextReplacement {
  readonly before: string
  readonly after: string
  readonly everywhere: boolean
}

/** What a tool does to one file. Without `path` it is the file that is open. */
export type FileOperation =
  | { readonly does: 'write'; readonly path: string; readonly text: string }
  | { readonly does: 'replace'; readonly path?: string; readonly edits: readonly TextReplacement[] }
  | {
      readonly does: 'insert'
      readonly path?: string
      readonly after: number
      readonly text: string
    }
  | {
      readonly does: 'lines'
      readonly path?: string
      readonly from: number
      readonly to: number
      readonly text: string
    }
  | { readonly does: 'undo'; readonly path: string }
  | { readonly does: 'view'; readonly path: string; readonly whole: boolean }

/** Whether a file holds notes, which have no bearing on whether the code works. */
export function isProse(path: string): boolean {
  return /\.(?:md|mdx|rst|txt|adoc|log)$/i.test(path)
}

const writers = /^(?:write|write_?(?:to_?)?file|create_?(?:new_?)?file|file_?write|save_?file)$/i
const replacers =
  /^(?:edit|multi_?edit|edit_?file|str_?replace|search_?replace|replace_?in_?file|replace_?string_?in_?file|replace|apply_?diff)$/i
const readers = /^(?:read|read_?file|view|view_?file|open|cat)$/i
const editors =
  /^(?:str_replace_(?:based_)?(?:editor|edit_tool)\w{0,20}|file_editor|text_editor|editor)$/i

/** Recognises the file tools of the common agents by name and arguments; undefined for any other tool. */
export function fileOperation(name: string, args: JsonRecord): FileOperation | undefined {
  if (editors.test(name)) return editorOperation(args)
  const path = textAt(
    args,
    'file_path',
    'filePath',
    'path',
    'filename',
    'file',
    'target_file',
    'absolute_path'
  )
  if (writers.test(name)) return writeOf(path, args)
  if (readers.test(name)) return path === undefined ? undefined : viewOf(path, args)
  if (replacers.test(name)) return linesOf(path, args) ?? replaceOf(path, args)
  return undefined
}

function editorOperation(args: JsonRecord): FileOperation | undefined {
  const path = textAt(args, 'path', 'file_path')
  if (path === undefined) return undefined
  switch (textAt(args, 'command') ?? '') {
    case 'create':
    case 'write':
      return writeOf(path, args)
    case 'str_replace':
      return replaceOf(path, args)
    case 'insert':
      return {
        does: 'insert',
        path,
        after: Number(args['insert_line']),
        text: textAt(args, 'new_str', 'insert_text') ?? ''
      }
    case 'undo_edit':
      return { does: 'undo', path }
    case 'view':
      return viewOf(path, args)
    default:
      return undefined
  }
}

function writeOf(path: string | undefined, args: JsonRecord): FileOperation | undefined {
  const text =
    args['content'] ?? args['file_text'] ?? args['contents'] ?? args['text'] ?? args['code_edit']
  return path !== undefined && typeof text === 'string' ? { does: 'write', path, text } : undefined
}

function viewOf(path: string, args: JsonRecord): FileOperation {
  const whole = ['view_range', 'offset', 'limit', 'line_number', 'start_line'].every(
    (key) => args[key] === undefined || args[key] === null
  )
  return { does: 'view', path, whole }
}

function linesOf(path: string | undefined, args: JsonRecord): FileOperation | undefined {
  const from = Number(args['start_line'])
  const to = Number(args['end_line'])
  const text = args['replacement_text']
  if (!Number.isInteger(from) || !Number.isInteger(to) || typeof text !== 'string') return undefined
  return { does: 'lines', ...(path === undefined ? {} : { path }), from, to, text: unquoted(text) }
}

function replaceOf(path: string | undefined, args: JsonRecord): FileOperation | undefined {
  const blocks = searchBlocks(textAt(args, 'diff') ?? '')
  if (blocks.length > 0)
    return { does: 'replace', ...(path === undefined ? {} : { path }), edits: blocks }
  const listed = Array.isArray(args['edits']) ? listAt(args, 'edits').filter(isRecord) : [args]
  const edits = listed.flatMap((edit): TextReplacement[] => {
    const before = firstAt(edit, ['old_string', 'oldString', 'oldText', 'old_str', 'search'])
    const after = firstAt(edit, ['new_string', 'newString', 'newText', 'new_str', 'replace']) ?? ''
    if (typeof before !== 'string' || typeof after !== 'string') return []
    const everywhere = ['replace_all', 'replaceAll', 'replace-all'].some(
      (key) => edit[key] === true
    )
    return [{ before, after, everywhere }]
  })
  if (edits.length === 0 || edits.length < listed.length) return undefined
  return { does: 'replace', ...(path === undefined ? {} : { path }), edits }
}

/** The first of these that a tool was given. */
function firstAt(args: JsonRecord, keys: readonly string[]): unknown {
  return keys.map((key) => args[key]).find((value) => value !== undefined && value !== null)
}

/** Some recordings hold the text with the quotes of the call around it. */
function unquoted(text: string): string {
  const inner = /^(["'])([\s\S]*)\1$/.exec(text)?.[2]
  return inner ?? text
}

const searchBlock =
  /^(?:-{3,}|<{3,}) ?SEARCH\b.*\n(?::start_line:.*\n)?(?::end_line:.*\n)?(?:-{5,}\n)?([\s\S]*?)\n?={5,}\n([\s\S]*?)\n?(?:\+{3,}|>{3,}) ?REPLACE\b/gm

/** The blocks of SEARCH and REPLACE by which Cline, Roo and Aider write changes. */
export function searchBlocks(diff: string): TextReplacement[] {
  return [...diff.slice(0, 500_000).matchAll(searchBlock)].map(([, before = '', after = '']) => ({
    before,
    after,
    everywhere: false
  }))
}
