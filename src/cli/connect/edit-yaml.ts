import { CairnError } from '../../errors.js'
import { malformed } from './jsonc.js'

/** A member of ours in a mapping that stands at the top of a YAML file. */
export interface YamlPlace {
  /** Key of the mapping; it is made where it is not there. */
  readonly mapping: string
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

/**
 * The text with our member in place; everything else stays as it is, byte for byte.
 * @throws CairnError BAD_SOURCE for a mapping that is written in one line, CONFLICT where somebody else's member has our key
 */
export function putYaml(text: string, place: YamlPlace, file: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const found = mappingIn(text, place.mapping, file)
  if (found === null) {
    const lead = text === '' || text.endsWith('\n') ? '' : eol
    return `${text}${lead}${place.mapping}:${eol}${written(place, '  ', eol)}`
  }
  const { lines, at, indent } = found
  const mine = memberIn(found, place.key)
  const ours = written(place, indent, eol)
  if (mine !== null) {
    const there = lines.slice(mine.start, mine.end)
    if (!isOurs(there)) throw taken(file, `${place.mapping}.${place.key}`)
    return [...lines.slice(0, mine.start), ours, ...lines.slice(mine.end)].join('')
  }
  const head = found.isEmpty ? `${place.mapping}:${eol}` : closed(lines[at] ?? '', eol)
  return [...lines.slice(0, at), head, ours, ...lines.slice(at + 1)].join('')
}

/** The text without our member; a mapping that is left with nothing says so. */
export function takeYaml(text: string, place: YamlPlace, file: string): string {
  const found = mappingIn(text, place.mapping, file)
  const mine = found === null ? null : memberIn(found, place.key)
  if (found === null || mine === null) return text
  const { lines, at } = found
  if (!isOurs(lines.slice(mine.start, mine.end))) return text
  const rest = [...lines.slice(0, mine.start), ...lines.slice(mine.end)]
  const isBare = (mappingIn(rest.join(''), place.mapping, file)?.members ?? 0) === 0
  if (!isBare) return rest.join('')
  const others = [...rest.slice(0, at), ...rest.slice(at + 1)].join('')
  if (others.trim() === '') return ''
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  return [...rest.slice(0, at), `${place.mapping}: {}${eol}`, ...rest.slice(at + 1)].join('')
}

interface Mapping {
  /** With their ends. */
  readonly lines: readonly string[]
  /** The line of its key. */
  readonly at: number
  /** Of its members. */
  readonly indent: string
  /** The line behind its last member. */
  readonly end: number
  readonly members: number
  /** Whether it is written `{}`. */
  readonly isEmpty: boolean
}

/** A mapping at the top of the text; null where there is none of that key. */
function mappingIn(text: string, key: string, file: string): Mapping | null {
  const lines = text.split(/(?<=\n)/)
  const at = lines.findIndex((line) => line.startsWith(`${key}:`))
  if (at < 0) return null
  const value = (lines[at] ?? '')
    .slice(key.length + 1)
    .replace(/\s#.*$/, '')
    .trim()
  const isEmpty = /^\{\s*\}$/.test(value)
  if (!isEmpty && value !== '') {
    const expected = `${key} with a line for each of its members`
    throw malformed(text, lines.slice(0, at).join('').length, { file, expected })
  }
  const behind = lines.findIndex((line, i) => i > at && /^[^\s#]/.test(line))
  const end = behind < 0 ? lines.length : behind
  const inside = lines.slice(at + 1, end)
  const indent = inside
    .map((line) => /^( +)[^\s#]/.exec(line)?.[1])
    .find((one) => one !== undefined)
  const members = inside.filter((line) => indent !== undefined && isMember(line, indent)).length
  return { lines, at, indent: indent ?? '  ', end, members, isEmpty }
}

function isMember(line: string, indent: string): boolean {
  return line.startsWith(indent) && /^[^\s#]/.test(line.slice(indent.length))
}

/** The lines of one member: its own and those that are further in. */
function memberIn({ lines, at, end, indent }: Mapping, key: string) {
  const name = new RegExp(`^${indent}(?:${key}|"${key}"|'${key}'):(?:\\s|$)`)
  const start = lines.findIndex((line, i) => i > at && i < end && name.test(line))
  if (start < 0) return null
  const behind = lines.findIndex(
    (line, i) => i > start && i < end && line.trim() !== '' && !line.startsWith(`${indent} `)
  )
  let stop = behind < 0 ? end : behind
  while (stop > start + 1 && (lines[stop - 1] ?? '').trim() === '') stop -= 1
  return { start, end: stop }
}

/** A server that is started as `cairn mcp`, whoever wrote the file anew since. */
function isOurs(lines: readonly string[]): boolean {
  const text = lines.join('')
  return /\bcmd:.*\bcairn(?:\.cmd)?["']?\s*$|cli[\\/]main\.js/m.test(text) && /\bmcp\b/.test(text)
}

function written({ key, value }: YamlPlace, indent: string, eol: string): string {
  const inner = indent + '  '
  // JSON is YAML: strings in double quotes, lists and mappings in one line.
  const fields = Object.entries(value).map(
    ([name, field]) => `${inner}${name}: ${JSON.stringify(field)}${eol}`
  )
  return `${indent}${key}:${eol}${fields.join('')}`
}

/** The last line of a file may have no end. */
function closed(line: string, eol: string): string {
  return line.endsWith('\n') ? line : `${line}${eol}`
}

function taken(file: string, where: string): CairnError {
  return new CairnError(
    'CONFLICT',
    `${file} has an entry ${where} that Cairn did not write. Rename or remove it and ask again; nothing was changed.`,
    { details: { field: where, value: 'of somebody else', expected: 'free, or written by Cairn' } }
  )
}
