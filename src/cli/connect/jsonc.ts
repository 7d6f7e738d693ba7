import { CairnError } from '../../errors.js'

/** A value of a JSON text with where it stands: edits replace stretches of the text and leave the rest as it is. */
export interface JsoncNode {
  readonly start: number
  readonly end: number
  readonly kind: 'object' | 'array' | 'string' | 'other'
  /** Members of an object with their keys, elements of an array without. */
  readonly children: readonly JsoncChild[]
  readonly value: unknown
}

export interface JsoncChild {
  /** Of the member, key included. */
  readonly start: number
  readonly key: string
  readonly node: JsoncNode
}

const deepest = 200

/**
 * Reads JSON as editors write it: with comments and trailing commas.
 * @throws CairnError BAD_SOURCE with line and column
 */
export function parseJsonc(text: string, file: string): JsoncNode {
  const reading = { text, file, at: text.startsWith('\uFEFF') ? 1 : 0 }
  const root = readValue(reading, 0)
  skip(reading)
  if (reading.at < text.length) throw wrong(reading, 'nothing more')
  return root
}

interface Reading {
  readonly text: string
  readonly file: string
  at: number
}

/** White space and comments. */
export const between = /(?:[ \t\r\n]+|\/\/[^\n]*|\/\*[^]*?\*\/)*/y
const scalar = /true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const quoted = /"(?:[^"\\\n]|\\.)*"/y

function wrong({ text, file, at }: Reading, expected: string): CairnError {
  return malformed(text, at, { file, expected })
}

function skip(reading: Reading): void {
  take(reading, between)
}

function take(reading: Reading, pattern: RegExp): string | null {
  pattern.lastIndex = reading.at
  const [found] = pattern.exec(reading.text) ?? []
  if (found === undefined) return null
  reading.at += found.length
  return found
}

function readValue(reading: Reading, depth: number): JsoncNode {
  if (depth > deepest) throw wrong(reading, `a value nested at most ${deepest} deep`)
  skip(reading)
  const start = reading.at
  const sign = reading.text[start]
  if (sign === '{') {
    const children = readChildren(reading, '}', () => readMember(reading, depth + 1))
    const value = Object.fromEntries(children.map(({ key, node }) => [key, node.value]))
    return { start, end: reading.at, kind: 'object', children, value }
  }
  if (sign === '[') {
    const children = readChildren(reading, ']', () => {
      const node = readValue(reading, depth + 1)
      return { start: node.start, key: '', node }
    })
    const value = children.map(({ node }) => node.value)
    return { start, end: reading.at, kind: 'array', children, value }
  }
  if (sign === '"')
    return { value: readString(reading), start, end: reading.at, kind: 'string', children: [] }
  const found = take(reading, scalar)
  if (found === null) throw wrong(reading, 'a value')
  return {
    value: JSON.parse(found) as unknown,
    start,
    end: reading.at,
    kind: 'other',
    children: []
  }
}

function readChildren(reading: Reading, close: string, read: () => JsoncChild): JsoncChild[] {
  const found: JsoncChild[] = []
  reading.at += 1
  for (;;) {
    skip(reading)
    if (reading.text[reading.at] === close) break
    found.push(read())
    skip(reading)
    if (reading.text[reading.at] === ',') reading.at += 1
    else if (reading.text[reading.at] !== close) throw wrong(reading, `a comma or ${close}`)
  }
  reading.at += 1
  return found
}

function readMember(reading: Reading, depth: number): JsoncChild {
  const start = reading.at
  const key = readString(reading)
  skip(reading)
  if (reading.text[reading.at] !== ':') throw wrong(reading, 'a colon')
  reading.at += 1
  return { start, key, node: readValue(reading, depth) }
}

function readString(reading: Reading): string {
  const start = reading.at
  const found = take(reading, quoted)
  try {
    if (found !== null) return JSON.parse(found) as string
  } catch {
    reading.at = start
  }
  throw wrong(reading, 'text in double quotes')
}

/** A file that cannot be read is left alone, and its place is said. */
export function malformed(
  text: string,
  at: number,
  { file, expected }: { file: string; expected: string }
): CairnError {
  const before = text.slice(0, at).split('\n')
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  return new CairnError(
    'BAD_SOURCE',
    `${file} cannot be read: at line ${line}, column ${column} ${expected} is expected. Mend it and ask again; nothing was changed.`,
    { details: { field: file, value: `line ${line}, column ${column}`, expected } }
  )
}
