import { escapeHtml } from '../dialects/pieces.js'
import { fieldListHtml, type Field } from './fields.js'
import { inlineHtml } from './inline.js'
import type { Lines, Page, ReadBlock } from './page.js'
import { dedented, endOfIndented, isBlank, isIndented, pastBlank } from './page.js'

const bullet = /^([*+\-•‣⁃])(?: +|$)/
const enumerator = /^(\()?(\d{1,9}|#|[a-z]|[ivxlcdm]{1,9})([.)])(?: +|$)/i

interface Mark {
  readonly width: number
  readonly start: number | undefined
  readonly style: string
}

/** Bullets, and numbers or letters with a point or a parenthesis. */
function markOf(lines: Lines, at: number): Mark | undefined {
  const line = lines[at] ?? ''
  const dot = bullet.exec(line)
  if (dot !== null) return { width: dot[0].length, start: undefined, style: line.charAt(0) }
  const counted = enumerator.exec(line)
  if (counted === null || !mayBeItem(lines[at + 1])) return undefined
  const style = `${line.startsWith('(') ? '(' : ''}1${String(counted[3])}`
  if (style === '(1.') return undefined
  return { width: counted[0].length, start: Number(counted[2]) || 1, style }
}

/** A paragraph may begin with an initial or a number: its second line then is not indented. */
function mayBeItem(next: string | undefined): boolean {
  return isBlank(next) || isIndented(next) || enumerator.test(next ?? '')
}

export function listAt(lines: Lines, at: number, page: Page): ReadBlock | undefined {
  const first = markOf(lines, at)
  if (first === undefined) return undefined
  const items: string[] = []
  let end = at
  for (let next = at; next < lines.length; next = pastBlank(lines, end)) {
    const mark = markOf(lines, next)
    if (mark?.style !== first.style) break
    end = endOfIndented(lines, next + 1)
    items.push(`<li>${page.blocks(itemLines(lines.slice(next, end), mark.width))}</li>\n`)
  }
  const html = items.join('')
  if (first.start === undefined) return { html: `<ul>\n${html}</ul>\n`, end }
  const start = first.start === 1 ? '' : ` start="${String(first.start)}"`
  return { html: `<ol${start}>\n${html}</ol>\n`, end }
}

/** The lines of each item of a list of bullets; for lists that are tables. */
export function bulletItems(lines: Lines): string[][] {
  const items: string[][] = []
  for (let at = pastBlank(lines, 0); at < lines.length; at = pastBlank(lines, at)) {
    const width = bullet.exec(lines[at] ?? '')?.[0].length
    const end = endOfIndented(lines, at + 1)
    if (width !== undefined) items.push(itemLines(lines.slice(at, end), width))
    at = end
  }
  return items
}

function itemLines([first = '', ...rest]: Lines, width: number): string[] {
  return [first.slice(width), ...dedented(rest)]
}

const fieldName = /^:(?![: ])((?:[^:\\]|\\.|:(?![ `]|$)){1,300})(?<! ):(?: +|$)/

/** `:name: text`, several of which are what is said of parameters. */
export function fieldsAt(lines: Lines, at: number, page: Page): ReadBlock | undefined {
  const fields: Field[] = []
  let end = at
  for (let next = at; next < lines.length; next = pastBlank(lines, end)) {
    const line = lines[next] ?? ''
    const match = line.startsWith(':') ? fieldName.exec(line) : null
    if (match === null) break
    end = endOfIndented(lines, next + 1)
    const body = [line.slice(match[0].length), ...dedented(lines.slice(next + 1, end))]
    fields.push({ name: match[1] ?? '', body })
  }
  return fields.length === 0 ? undefined : { html: fieldListHtml(fields, page), end }
}

const option = /^(?:-{1,2}[\w?][\w-]{0,60}|\/\w{1,20})(?:[ =](?:<[^>]{1,60}>|[\w-]{1,60}))?$/

/** `-f, --file NAME  text`: options of a command. */
export function optionsAt(lines: Lines, at: number, page: Page): ReadBlock | undefined {
  const entries: string[] = []
  let end = at
  for (let next = at; next < lines.length; next = pastBlank(lines, end)) {
    const head = optionHead(lines[next] ?? '')
    const below = endOfIndented(lines, next + 1)
    if (head === undefined || (head.text === '' && below === next + 1)) break
    end = below
    const body = [head.text, ...dedented(lines.slice(next + 1, end))]
    entries.push(`<dt><code>${escapeHtml(head.term)}</code></dt>\n<dd>${page.blocks(body)}</dd>\n`)
  }
  return entries.length === 0 ? undefined : { html: `<dl>\n${entries.join('')}</dl>\n`, end }
}

function optionHead(line: string): { term: string; text: string } | undefined {
  if (!/^[-/]\S/.test(line)) return undefined
  const gap = line.indexOf('  ')
  const term = gap === -1 ? line : line.slice(0, gap)
  if (term.length > 300 || !term.split(', ').every((one) => option.test(one))) return undefined
  return { term, text: gap === -1 ? '' : line.slice(gap).trim() }
}

/** A line with lines below it that are indented. */
export function definitionsAt(lines: Lines, at: number, page: Page): ReadBlock | undefined {
  const entries: string[] = []
  let end = at
  for (let next = at; isTerm(lines, next); next = pastBlank(lines, end)) {
    end = endOfIndented(lines, next + 1)
    const body = page.blocks(dedented(lines.slice(next + 1, end)))
    entries.push(`<dt>${inlineHtml(lines[next] ?? '', page)}</dt>\n<dd>${body}</dd>\n`)
  }
  return entries.length === 0 ? undefined : { html: `<dl>\n${entries.join('')}</dl>\n`, end }
}

function isTerm(lines: Lines, at: number): boolean {
  const line = lines[at] ?? ''
  if (line === '' || isIndented(line) || line.endsWith('::') || !isIndented(lines[at + 1]))
    return false
  return !/^(?:\.\.(?: |$)|>>>|:[^:`]+:(?: |$)|[*+\-•] |\|)/.test(line)
}

/** Terms of a glossary, several of which may share what is said below them. */
export function glossaryHtml(lines: Lines, page: Page): string {
  const out: string[] = []
  for (let at = pastBlank(lines, 0); at < lines.length; at = pastBlank(lines, at)) {
    const end = isIndented(lines[at]) ? endOfIndented(lines, at) : at + 1
    if (isIndented(lines[at])) out.push(`<dd>${page.blocks(dedented(lines.slice(at, end)))}</dd>\n`)
    else out.push(`<dt>${inlineHtml(lines[at] ?? '', page)}</dt>\n`)
    at = end
  }
  return `<dl>\n${out.join('')}</dl>\n`
}
