import { isDeepStrictEqual } from 'node:util'
import { CairnError } from '../../errors.js'
import { between, parseJsonc, type JsoncChild, type JsoncNode } from './jsonc.js'

/** Something of ours in a JSON file: a member of an object, or an element of a list. */
export interface JsonPlace {
  /** Keys from the root to the object or list; what is not there is made. */
  readonly path: readonly string[]
  /** Key of our member; null where it is an element of a list. */
  readonly key: string | null
  readonly value: unknown
  /** Whether a value that stands there is ours, of this version or an older one. */
  readonly isOurs: (value: unknown) => boolean
}

/**
 * The text with our value in place; everything else stays as it is, byte for byte.
 * @throws CairnError BAD_SOURCE for a file that is no JSON, CONFLICT where somebody else's value has our place
 */
export function putJson(text: string, place: JsonPlace, file: string): string {
  const source = text.trim() === '' ? `{}\n` : text
  const eol = source.includes('\r\n') ? '\r\n' : '\n'
  const made = put(source, place, file)
  return eol === '\n' ? made : made.replace(/\r?\n/g, '\r\n')
}

function put(text: string, place: JsonPlace, file: string): string {
  const root = parseJsonc(text, file)
  let node = root
  const { path, key, value } = place
  for (const [depth, name] of path.entries()) {
    expectKind(node, 'object', { file, path: path.slice(0, depth) })
    const next = lastNamed(node, name)
    if (next === undefined) {
      const rest = path
        .slice(depth + 1)
        .reduceRight<unknown>(
          (inner, one) => ({ [one]: inner }),
          key === null ? [value] : { [key]: value }
        )
      return insert(text, node, { key: name, value: rest })
    }
    node = next.node
  }
  expectKind(node, key === null ? 'array' : 'object', { file, path })
  const there = node.children.filter((child) =>
    key === null ? place.isOurs(child.node.value) : child.key === key
  )
  const [mine] = there.slice(-1)
  if (mine === undefined) return insert(text, node, { key, value })
  if (isDeepStrictEqual(mine.node.value, value)) return text
  if (!place.isOurs(mine.node.value)) throw taken(file, [...path, key ?? ''].join('.'))
  const shown = written(value, indentAt(text, mine.start), unitOf(text))
  return text.slice(0, mine.node.start) + shown + text.slice(mine.node.end)
}

/** The text without our value, and without what would be left empty around it. */
export function takeJson(text: string, place: JsonPlace, file: string): string {
  if (text.trim() === '') return text
  const trail: { parent: JsoncNode; child: JsoncChild }[] = []
  let node = parseJsonc(text, file)
  for (const name of place.path) {
    const next = node.kind === 'object' ? lastNamed(node, name) : undefined
    if (next === undefined) return text
    trail.push({ parent: node, child: next })
    node = next.node
  }
  const mine = node.children.findLast(
    (child) => (place.key === null || child.key === place.key) && place.isOurs(child.node.value)
  )
  if (mine === undefined) return text
  let [parent, child] = [node, mine]
  for (const up of trail.reverse()) {
    const inside =
      text.slice(parent.start + 1, child.start) + text.slice(child.node.end, parent.end - 1)
    if (inside.replace(',', '').trim() !== '') break
    ;({ parent, child } = up)
  }
  return takeJson(without(text, parent, child), place, file)
}

function lastNamed(node: JsoncNode, name: string): JsoncChild | undefined {
  return node.children.findLast((child) => child.key === name)
}

function expectKind(
  node: JsoncNode,
  kind: 'object' | 'array',
  { file, path }: { file: string; path: readonly string[] }
): void {
  if (node.kind === kind) return
  const where = path.length === 0 ? 'the file' : path.join('.')
  const expected = kind === 'object' ? 'an object' : 'a list'
  throw new CairnError(
    'BAD_SOURCE',
    `${file} is not as its program reads it: ${where} is not ${expected}. Nothing was changed.`,
    { details: { field: where, value: node.kind, expected } }
  )
}

function taken(file: string, where: string): CairnError {
  return new CairnError(
    'CONFLICT',
    `${file} has an entry ${where} that Cairn did not write. Rename or remove it and ask again; nothing was changed.`,
    { details: { field: where, value: 'of somebody else', expected: 'free, or written by Cairn' } }
  )
}

/** A new child after the last one, in the file's own indentation. */
function insert(
  text: string,
  node: JsoncNode,
  add: { key: string | null; value: unknown }
): string {
  const unit = unitOf(text)
  const [last] = node.children.slice(-1)
  const outer = indentAt(text, node.start)
  const inner =
    last !== undefined && onOwnLine(text, last.start) ? indentAt(text, last.start) : outer + unit
  const name = add.key === null ? '' : `${JSON.stringify(add.key)}: `
  const ours = `\n${inner}${name}${written(add.value, inner, unit)}`
  if (last !== undefined) return insertAfter(text, last.node.end, ours)
  const gap = text.slice(node.start + 1, node.end - 1)
  return splice(text, node.start + 1, gap.includes('\n') ? ours : `${ours}\n${outer}`)
}

/** After the last child: a comment on its line stays there, and so does a trailing comma. */
function insertAfter(text: string, end: number, ours: string): string {
  const rest = text.slice(end)
  const [tail = ''] = /^[ \t]*,?[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)/.exec(rest) ?? []
  const isTrailed = /^\s*,/.test(rest)
  if (tail === '') return splice(text, end, `,${ours}`)
  const at = end + tail.length
  return isTrailed ? splice(text, at, `${ours},`) : splice(splice(text, at, ours), end, ',')
}

/** Without a child, the white space before it, and one comma: that after it, else that before it. */
function without(text: string, parent: JsoncNode, child: JsoncChild): string {
  const lead = /\s*$/.exec(text.slice(parent.start + 1, child.start))?.[0].length ?? 0
  const head = text.slice(0, child.start - lead)
  const tail = text.slice(child.node.end)
  const comma = /^\s*,/.exec(tail)?.[0].length ?? 0
  if (parent.children.length === 1) {
    const rest = text.slice(child.node.end + comma, parent.end - 1)
    const isBare = rest.trim() === '' && head.length === parent.start + 1
    return head + text.slice(isBare ? parent.end - 1 : child.node.end + comma)
  }
  if (comma > 0) return head + tail.slice(comma)
  const before = parent.children[parent.children.indexOf(child) - 1]
  if (before === undefined) return head + tail
  between.lastIndex = before.node.end
  between.test(text)
  const at = between.lastIndex
  return head.slice(0, at) + head.slice(at + 1) + tail
}

function splice(text: string, at: number, add: string): string {
  return text.slice(0, at) + add + text.slice(at)
}

function written(value: unknown, indent: string, unit: string): string {
  return JSON.stringify(value, null, unit).replaceAll('\n', `\n${indent}`)
}

/** White space at the beginning of the line that a place is in. */
function indentAt(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}

function onOwnLine(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === ''
}

/** What the file indents by; two spaces unless it tells. */
function unitOf(text: string): string {
  return /\n(\t| {1,8})(?=["\]}[{/])/.exec(text)?.[1] ?? '  '
}
