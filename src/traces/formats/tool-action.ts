import type { TraceAction } from '../canonical-trace.js'
import { fileOperation } from './file-operation.js'
import { textAt, type JsonRecord } from './json-record.js'

const shells =
  /^(?:bash|sh|shell|zsh|terminal|cmd|powershell|pwsh|execute_?bash|execute_?command|run_?command|run_?shell_?command|run_?shell|run_?terminal_?cmd|run_?in_?terminal|bash_command|keystrokes|local_shell(?:_call)?|shell_?command|exec(?:_command)?|execute|command|unified_exec|write_stdin|process)$/i
const programs =
  /^(?:python|ipython|jupyter|execute_python|run_python|execute_ipython_cell|code_interpreter|execute_code|run_code|repl)$/i

/** A tool's name without the server or extension that serves it: `mcp__files__write`, `developer__shell`. */
export function bareToolName(name: string): string {
  return name.replace(/^(?:functions\.|mcp__[\w-]{1,60}__|\w{1,60}__|default_api:)/, '')
}

/** The canonical action of a tool call: what runs as code or in a shell is told apart from what edits and from the rest. */
export function toolAction(name: string, args: JsonRecord): TraceAction {
  const bare = bareToolName(name)
  const command = commandIn(bare, args)
  const patch =
    command === undefined
      ? patchIn(bare, args)
      : /^apply_patch\s+/.exec(command)
        ? command
        : undefined
  if (patch !== undefined) return { kind: 'edit', name, input: patch }
  if (command !== undefined) return { kind: 'command', name, input: command }
  const code = programs.test(bare) ? textAt(args, 'code', 'source', 'script', 'input') : undefined
  if (code !== undefined) return { kind: 'code', name, input: code }
  const operation = fileOperation(bare, args)
  const edits = (operation !== undefined && operation.does !== 'view') || editors.test(bare)
  return { kind: edits ? 'edit' : 'tool', name, input: JSON.stringify(args) }
}

/** Tools that change a file in a way that cannot be replayed. */
const editors =
  /^(?:edit|edit_?file|replace_?in_?file|write_?to_?file|apply_?diff|apply_?patch|patch|insert_?content|search_and_replace|edit_?notebook|notebook_?edit|edit_?block|morph_edit|reapply|replace_?string_in_file|insert_edit_into_file|multi_?replace_string_in_file|smart_?edit|rewrite_?file)$/i

function patchIn(name: string, args: JsonRecord): string | undefined {
  return /^apply_?patch$/i.test(name) ? textAt(args, 'input', 'patch', 'patchText') : undefined
}

/** The command line of a shell's call; lists are what they run: `["bash", "-lc", "pytest"]` runs `pytest`. */
function commandIn(name: string, args: JsonRecord): string | undefined {
  const named = shells.test(name)
  const said = args['command'] ?? args['cmd'] ?? (named ? otherLine(args) : undefined)
  if (Array.isArray(said)) return listed(said as unknown[])
  if (typeof said !== 'string' || said === '') return undefined
  // A tool of whatever name that takes a command and no file runs it.
  const file = textAt(args, 'path', 'file_path', 'filePath')
  return named || (file === undefined && runs.test(name)) ? said : undefined
}

const runs = /shell|bash|exec|term|run|command|cmd/i

function otherLine(args: JsonRecord): unknown {
  return args['keystrokes'] ?? args['input'] ?? args['script'] ?? args['chars']
}

function listed(parts: readonly unknown[]): string | undefined {
  const words = parts.filter((part): part is string => typeof part === 'string')
  if (words.length === 0 || words.length < parts.length) return undefined
  const [program = '', flag = '', line] = words
  const isShell = /(?:^|[\\/])(?:ba|z|da|k)?sh(?:\.exe)?$|powershell|pwsh/i.test(program)
  if (isShell && /^-\w*c$|^-Command$|^\/c$/i.test(flag) && line !== undefined && words.length === 3)
    return line
  return words.join(' ')
}

const heredoc =
  /^\s*(?:cd [^\n&;|]{1,300}&&\s*)?cat\s*>\s*(['"]?)([^\s'"<>|&;]{1,500})\1\s*<<-?\s*(['"])(\w{1,40})\3\s*\n/

/** The file that a shell command writes whole from a quoted here-document; undefined for any other command. */
export function fileWrittenBy(command: string): { path: string; text: string } | undefined {
  const opening = heredoc.exec(command)
  const path = opening?.[2]
  const mark = opening?.[4]
  if (!opening || path === undefined || mark === undefined) return undefined
  const from = opening[0].length
  const to = command.indexOf(`\n${mark}`, from - 1)
  if (to < 0) return undefined
  return { path, text: command.slice(from, Math.max(from, to)) }
}
