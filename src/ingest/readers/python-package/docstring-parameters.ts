import type { ParameterRecord } from '../../../domain/documentation.js'
import { joinBlocks, textBlock, type Block } from '../../text/blocks.js'
import { shorten } from '../../text/first-sentence.js'
import { defaultIn, splitDefault } from '../devdocs/parameters.js'

/** A parameter with all that is said of it; its description is the beginning of that. */
export interface ToldParameter extends ParameterRecord {
  readonly blocks: readonly Block[]
}

const title = /^(?:args|arguments|(?:other )?parameters|keyword arg(?:ument)?s)$/i

/** Whether parameters stand below a title. */
export function isParameters(text: string): boolean {
  return title.test(text)
}

/** Parts of a docstring that stand like a parameter where they are indented as one. */
const notNames = /^(?:notes?|examples?|returns?|yields?|raises|warnings?|attributes|see)$/i

/** `name : type`, `name (type): text` or `* **name** - text`, with indented text below. */
export function readParameters(lines: readonly string[]): ToldParameter[] {
  const found: { head: string; text: string[] }[] = []
  const isListed = lines.some((line) => listed.test(line))
  for (const line of lines) {
    const isHead = isListed ? listed.test(line) : /^\S/.test(line)
    if (isHead) found.push({ head: line, text: [] })
    else if (line.trim() !== '') found.at(-1)?.text.push(line.trim())
  }
  return found.flatMap(({ head, text }) => {
    const match = isListed ? listed.exec(head) : headOf(head, text.length > 0)
    if (match === null || notNames.test(match[1] ?? '')) return []
    const said = [match[3] ?? '', ...text].join(' ')
    return [parameter(match[1] ?? '', match[2] ?? '', paragraph(said))]
  })
}

/** An item of a list in Markdown: the name in bold or as code, maybe a type in brackets, a dash or colon. */
const listed =
  /^\s*[*-] (?:\*\*|`)(\*{0,2}\w+)(?:\*\*|`)(?: *\(([^)]*)\))?:? *[-–—:]? *(?:\*\(optional\)\*)? *(.*)$/

function headOf(head: string, hasText: boolean): RegExpExecArray | null {
  const google = /^(\*{0,2}\w+) *(?:\(([^)]*)\))?: (.+)$/.exec(head)
  const numpy = /^(\*{0,2}\w+(?:, \*{0,2}\w+)*)(?: *: *(.*))?$/.exec(head)
  // A type is no sentence.
  if (google !== null && isSentence(google[3] ?? '')) return google
  const above = /^(\*{0,2}\w+) *\(([^)]*)\):()$/.exec(head)
  return hasText ? (above ?? numpy ?? google) : (google ?? numpy)
}

/**
 * Names in a list of definitions, each alone on its line with indented text below: parameters where the signature has them.
 */
export function readDefinitions(lines: readonly string[]): ToldParameter[] {
  return lines.flatMap((line, at) => {
    const [, margin = '', name = ''] = /^([ ]*)`(\w+)`:?\s*$/.exec(line) ?? []
    if (name === '') return []
    const below = lines.slice(at + 1, at + 1 + longestDefinition)
    const isOver = (one: string) => one.trim() !== '' && !one.startsWith(`${margin} `)
    const end = below.findIndex(isOver)
    const text = (end < 0 ? below : below.slice(0, end)).join('\n')
    return text.trim() === '' ? [] : [parameter(name, '', paragraph(text))]
  })
}

/** In lines. */
const longestDefinition = 40

function isSentence(text: string): boolean {
  return /^[^[|,{]{0,60}\s\w+\s\w+\s\w+/.test(text) && !/\bor\b|\bof\b/.test(text.slice(0, 30))
}

/** `:param type name: text`, with `:type name: type` beside it. */
export function readFields(lines: readonly string[]): ToldParameter[] {
  const text = lines.join('\n')
  const types = new Map(
    [...text.matchAll(/^:type (\*{0,2}\w+): *(.+)$/gm)].map((m) => [m[1], m[2] ?? ''])
  )
  return [...text.matchAll(/^:param (?:([^:\n]+) )?(\*{0,2}\w+): *((?:.|\n(?=[ \t]))*)/gm)].map(
    (m) => parameter(m[2] ?? '', m[1] ?? types.get(m[2]) ?? '', paragraph(m[3] ?? ''))
  )
}

function paragraph(said: string): Block[] {
  const text = said.replace(/\s+/g, ' ').trim()
  return text === '' ? [] : [textBlock(text)]
}

/** A parameter of this name and type, of which this is said. */
export function parameter(name: string, type: string, blocks: readonly Block[]): ToldParameter {
  const bare = type.replace(/,? *\b(?:optional|default(?:s to|[ =:]).*)$/, '').trim()
  const text = joinBlocks(blocks.filter(({ kind }) => kind !== 'code'))
  return {
    name,
    type: bare === '' ? null : bare,
    default: splitDefault({ name, type }).default ?? defaultIn(text),
    description: text === '' ? null : shorten(text),
    blocks
  }
}
