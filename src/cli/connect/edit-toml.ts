import { CairnError } from '../../errors.js'
import { malformed } from './jsonc.js'

/** What stands around our table, so that it is told from what others wrote. */
const begin =
  '# >>> cairn: written by `cairn connect`, taken back by `cairn connect codex --remove`'
const end = '# <<< cairn'

/** Our table: its name and its lines. */
export interface TomlTable {
  readonly name: string
  readonly lines: readonly string[]
}

/**
 * The text with our table at its end, or in the place of an older one of ours; all else stays as it is.
 * @throws CairnError BAD_SOURCE for what is no TOML, CONFLICT where somebody else's table has our name
 */
export function putToml(text: string, table: TomlTable, file: string): string {
  const names = tableNames(text, file)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const block = [begin, `[${table.name}]`, ...table.lines, end].join(eol)
  const mine = ourBlock(text)
  if (mine !== null) return text.slice(0, mine.start) + block + text.slice(mine.end)
  if (names.has(table.name)) {
    if (sameTable(text, table)) return text
    throw taken(file, table.name)
  }
  const [parent = ''] = table.name.split('.')
  if (names.has(`${parent}=`)) throw taken(file, parent)
  const lead = text === '' || text.endsWith('\n') ? '' : eol
  return `${text}${lead}${text.trim() === '' ? '' : eol}${block}${eol}`
}

/** The text without our table. */
export function takeToml(text: string, file: string): string {
  tableNames(text, file)
  const mine = ourBlock(text)
  if (mine === null) return text
  const head = text.slice(0, mine.start).replace(/\r?\n$/, '')
  const tail = text.slice(mine.end).replace(/^\r?\n/, '')
  return head.trim() === '' ? tail : `${head}${tail}`
}

function ourBlock(text: string): { start: number; end: number } | null {
  const start = text.indexOf(begin)
  const stop = start < 0 ? -1 : text.indexOf(end, start)
  return stop < 0 ? null : { start, end: stop + end.length }
}

/** Whether a table that somebody wrote by hand says the same as ours. */
function sameTable(text: string, { name, lines }: TomlTable): boolean {
  const all = text.split(/\r?\n/)
  const at = all.findIndex((line) => headerIn(line) === name)
  const rest = all.slice(at + 1)
  const stop = rest.findIndex((line) => /^\s*\[/.test(line))
  const body = (stop < 0 ? rest : rest.slice(0, stop))
    .map((line) => line.replace(/\s+/g, ''))
    .filter((line) => line !== '' && !line.startsWith('#'))
  return body.join('\n') === lines.map((line) => line.replace(/\s+/g, '')).join('\n')
}

function taken(file: string, name: string): CairnError {
  return new CairnError(
    'CONFLICT',
    `${file} has an entry ${name} that Cairn did not write. Rename or remove it and ask again; nothing was changed.`,
    { details: { field: name, value: 'of somebody else', expected: 'free, or written by Cairn' } }
  )
}

/** `[a . "b"]` and `[[a.b]]` as `a.b`; null for other lines. */
function headerIn(line: string): string | null {
  const inner = /^\s*\[\[?\s*((?:"[^"]*"|'[^']*'|[\w\-.\s])+?)\s*\]\]?\s*(?:#.*)?$/.exec(line)?.[1]
  return inner === undefined ? null : inner.replace(/\s*\.\s*/g, '.').replace(/["']/g, '')
}

/**
 * Names of the tables of a TOML text; a top-level key that may be an inline table as `name=`. Checks only what must
 * hold for a table to be added at the end: strings and lists are closed, and each line is a header, a key or a comment.
 */
function tableNames(text: string, file: string): Set<string> {
  const names = new Set<string>()
  const key =
    /(?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*[ \t]*=[ \t]*/y
  let table = ''
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length;) {
    const stop = endOfLine(text, at)
    const line = text.slice(at, stop)
    if (/^\s*(?:#.*)?$/.test(line)) at = stop + 1
    else if (/^\s*\[/.test(line)) {
      const name = headerIn(line)
      if (name === null) throw malformed(text, at, { file, expected: 'a table such as [name]' })
      names.add((table = name))
      at = stop + 1
    } else {
      key.lastIndex = at + (/^[ \t]*/.exec(line)?.[0].length ?? 0)
      const [found] = key.exec(text) ?? []
      if (found === undefined) throw malformed(text, at, { file, expected: 'a key and a value' })
      addKey(names, table, found)
      at = afterValue(text, key.lastIndex, file)
    }
  }
  return names
}

function addKey(names: Set<string>, table: string, found: string): void {
  const dotted = found.replace(/[\s=]/g, '').replace(/["']/g, '')
  const full = table === '' ? dotted : `${table}.${dotted}`
  const [first = '', second] = full.split('.')
  if (table === '' && !dotted.includes('.')) names.add(`${dotted}=`)
  else if (second !== undefined) names.add(`${first}.${second}`)
}

function endOfLine(text: string, at: number): number {
  const stop = text.indexOf('\n', at)
  return stop < 0 ? text.length : stop
}

const token =
  /"""(?:[^\\]|\\[^])*?"{3,5}|'''[^]*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[[\]{}]|\n|[^\n[\]{}"'#]+/y

/** Where the line after a value begins; a value goes on over lines within brackets and long strings. */
function afterValue(text: string, from: number, file: string): number {
  const open: string[] = []
  let isFilled = false
  let at = from
  for (; at < text.length; at = token.lastIndex) {
    token.lastIndex = at
    const [found] = token.exec(text) ?? []
    if (found === undefined) throw malformed(text, at, { file, expected: 'an end of the text' })
    if (found === '\n' && open.length === 0) break
    if (!balanced(open, found))
      throw malformed(text, at, { file, expected: `something other than ${found}` })
    isFilled ||= /^[^\s#]/.test(found.trim())
  }
  if (open.length > 0) throw malformed(text, at, { file, expected: 'a closing bracket' })
  return isFilled ? at + 1 : noValue(text, from, file)
}

const partners: Readonly<Record<string, string>> = { ']': '[', '}': '{' }

/** Keeps count of brackets. @returns false for one that closes what is not open */
function balanced(open: string[], found: string): boolean {
  if (found === '[' || found === '{') open.push(found)
  const partner = partners[found]
  return partner === undefined || open.pop() === partner
}

function noValue(text: string, at: number, file: string): never {
  throw malformed(text, at, { file, expected: 'a value' })
}
