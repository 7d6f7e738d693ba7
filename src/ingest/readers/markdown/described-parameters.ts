import type { ParameterRecord } from '../../../domain/documentation.js'
import type { Block } from '../../text/blocks.js'

const most = 100
const heading =
  /^(?:parameters?|arguments?|args|params|options?|props|properties|keyword arguments|inputs?|fields)\b/i

export interface Part {
  readonly title: string
  readonly blocks: readonly Block[]
}

/**
 * The parameters that an entry describes: in a table or list under a heading of that name, or in one
 * that names what stands in the signature.
 */
export function readParameters(
  own: readonly Block[],
  below: readonly Part[],
  signature: string | null
): ParameterRecord[] {
  const isKnown = (name: string) =>
    signature !== null &&
    new RegExp(`(?<![\\w$])${name.replace(/[^\w]/g, '\\$&')}(?![\\w$])`).test(signature)
  const found = new Map<string, ParameterRecord>()
  const parts = [{ title: '', blocks: own }, ...below]
  for (const part of parts) {
    const underName = heading.test(part.title)
    for (const parameter of parametersIn(part.blocks, underName)) {
      if (!parameter.listed && !isKnown(parameter.record.name)) continue
      if (!found.has(parameter.record.name)) found.set(parameter.record.name, parameter.record)
    }
  }
  below.forEach((part) => {
    const name = /^([A-Za-z_$][\w$]*)\??$/.exec(part.title)?.[1]
    if (name !== undefined && isKnown(name) && !found.has(name))
      found.set(name, {
        name,
        type: typeLine(part.blocks),
        default: null,
        description: prose(part.blocks)
      })
  })
  return [...found.values()].slice(0, most)
}

interface Listed {
  readonly record: ParameterRecord
  /** Whether it stands under the name of such lists. */
  readonly listed: boolean
}

// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function parametersIn(blocks: readonly Block[], underName: boolean): Listed[] {
  const out: Listed[] = []
  let listed = underName
  let columns: string[] | undefined
  for (const block of blocks) {
    if (block.kind === 'head' || /^[^\n]{1,40}:$/.test(block.text)) {
      listed = heading.test(block.text.replace(/[*`]/g, '')) || underName
      columns = undefined
    }
    for (const line of block.text.split('\n')) {
      const cells = line.split(' | ').map((cell) => cell.trim())
      if (cells.length < 2) columns = undefined
      else if (columns === undefined) columns = columnsOf(cells)
      else if (columns.length > 0) {
        const record = fromCells(cells, columns)
        if (record !== undefined) out.push({ record, listed: true })
      }
      const item = fromItem(line)
      if (item !== undefined) out.push({ record: item, listed })
    }
  }
  return out
}

/** What each column of a table tells; none where the table is not one of parameters. */
function columnsOf(cells: readonly string[]): string[] {
  const [first = ''] = cells
  if (
    !/^(?:parameter|argument|option|prop|property|name|field|key)s?(?: name)?$/i.test(
      first.replace(/[*`]/g, '')
    )
  )
    return []
  return cells.map(
    (cell) =>
      /^(?:name|type|default|description)/.exec(cell.toLowerCase().replace(/[*`]/g, ''))?.[0] ?? ''
  )
}

function fromCells(
  cells: readonly string[],
  columns: readonly string[]
): ParameterRecord | undefined {
  const name = cleanName(cells[0] ?? '')
  if (name === undefined) return undefined
  const cell = (column: string) => {
    const said = cells[columns.indexOf(column)]?.replace(/^`([^`]*)`$/, '$1') ?? ''
    return said === '' || said === '-' ? null : said
  }
  return {
    name,
    type: cell('type'),
    default: cell('default'),
    description: cell('description') ?? (cells.length === 2 ? (cells[1] ?? null) : null)
  }
}

/** `- \`name\` (type): text`, `- name {type} text`, `- name <type> text`. */
// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function fromItem(line: string): ParameterRecord | undefined {
  const match =
    /^\s*[-*] (`?)(\*{0,2}[A-Za-z_$][\w$.-]*)\??\1(?:\s*[({<[]`?([^)}>\]`]+)`?[)}>\]])?(?:\s*[:–—-]\s+|\s+|$)(.*)$/.exec(
      line
    )
  if (
    match === null ||
    (match[1] === '' && match[3] === undefined && !/^\s*[-*] [\w$.*]+\s*[:–—]/.test(line))
  )
    return undefined
  const name = cleanName(match[2] ?? '')
  if (name === undefined) return undefined
  const description = (match[4] ?? '').trim()
  const value = /\*{0,2}Default(?:s to)?:?\*{0,2}:?\s*`([^`]+)`/i.exec(description)?.[1] ?? null
  return {
    name,
    type: match[3]?.trim() ?? null,
    default: value,
    description: description === '' ? null : description
  }
}

function cleanName(cell: string): string | undefined {
  return /^\*{0,2}`?(-{0,2}\*{0,2}[A-Za-z_$][\w$.-]*)\??`?\*?$/.exec(cell)?.[1]
}

function typeLine(blocks: readonly Block[]): string | null {
  const text = blocks[0]?.text ?? ''
  return text.includes('`') && text.length <= 200 && !text.includes('\n')
    ? text.replaceAll('`', '')
    : null
}

function prose(blocks: readonly Block[]): string | null {
  return blocks.find(({ kind, text }) => kind === 'text' && /\s\S+\s/.test(text))?.text ?? null
}
