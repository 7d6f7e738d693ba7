import { escapeHtml } from '../dialects/pieces.js'
import { explicitAt } from './explicit.js'
import { inlineHtml } from './inline.js'
import { definitionsAt, fieldsAt, listAt, optionsAt } from './lists.js'
import type { Lines, Page, ReadBlock } from './page.js'
import {
  codeBlockHtml,
  dedented,
  endOfIndented,
  isBlank,
  isIndented,
  linesOf,
  pastBlank,
  attribute,
  folded
} from './page.js'
import { scanPage } from './scan-page.js'
import { gridTableAt, simpleTableAt } from './tables.js'
import { ruleMark, titleAt } from './titles.js'

/** Blocks nested deeper than anybody writes are read as bare text. */
const deepest = 24

/** A page does not grow by more than this by what it repeats. */
const mostRepeated = 1_000_000

type ReadAt = (lines: Lines, at: number, page: Page) => ReadBlock | undefined

/** In the order in which they are tried; what none of them takes is a paragraph. */
const kinds: readonly ReadAt[] = [
  quoteAt,
  explicitAt,
  gridTableAt,
  simpleTableAt,
  headingAt,
  lineBlockAt,
  listAt,
  fieldsAt,
  optionsAt,
  doctestAt,
  definitionsAt
]

/**
 * reStructuredText, with the directives and roles of Sphinx, as HTML in the shape that Sphinx gives it. Pure: nothing that
 * a page takes in from elsewhere is read, and no HTML of its own gets through. The time that it takes grows as the text does.
 */
export function restructuredHtml(text: string): string {
  const lines = linesOf(text)
  const page: Page = {
    ...scanPage(lines),
    module: '',
    scope: '',
    program: '',
    language: '',
    depth: 0,
    isTitled: false,
    room: mostRepeated,
    blocks: (nested) => blocksHtml(nested, page)
  }
  return blocksHtml(lines, page)
}

function blocksHtml(lines: Lines, page: Page): string {
  if (page.depth >= deepest) return `<p>${escapeHtml(lines.join('\n'))}</p>\n`
  const out: string[] = []
  page.depth++
  for (let at = pastBlank(lines, 0); at < lines.length; at = pastBlank(lines, at)) {
    const read = firstOf(lines, at, page)
    out.push(read.html)
    at = Math.max(read.end, at + 1)
  }
  page.depth--
  return out.join('')
}

function firstOf(lines: Lines, at: number, page: Page): ReadBlock {
  for (const readAt of kinds) {
    const read = readAt(lines, at, page)
    if (read !== undefined) return read
  }
  return paragraphAt(lines, at, page)
}

function quoteAt(lines: Lines, at: number, page: Page): ReadBlock | undefined {
  if (!isIndented(lines[at])) return undefined
  const end = endOfIndented(lines, at)
  const html = page.blocks(dedented(lines.slice(at, end)))
  return { html: `<blockquote>\n${html}</blockquote>\n`, end }
}

/** A title, or a line that divides. Within other blocks a title begins no section. */
function headingAt(lines: Lines, at: number, page: Page): ReadBlock | undefined {
  const title = titleAt(lines, at)
  if (title === undefined) {
    return isDivider(lines, at) ? { html: '', end: at + 1 } : undefined
  }
  const words = inlineHtml(title.text, page)
  if (page.depth > 1) return { html: `<p class="rubric">${words}</p>\n`, end: title.end }
  const level = page.isTitled ? (page.levels.get(title.style) ?? 2) : 1
  page.isTitled = true
  const name = `h${String(level)}`
  const id = page.places.get(folded(title.text)) ?? ''
  const own = id === '' ? '' : ` id="${attribute(id)}"`
  return { html: `<${name}${own}>${words}</${name}>\n`, end: title.end }
}

function isDivider(lines: Lines, at: number): boolean {
  const { length } = lines[at] ?? ''
  return length >= 4 && ruleMark(lines[at]) !== undefined && isBlank(lines[at + 1])
}

/** Lines that begin with `| ` stay lines. */
function lineBlockAt(lines: Lines, at: number, page: Page): ReadBlock | undefined {
  if (!/^\|(?: |$)/.test(lines[at] ?? '')) return undefined
  const said: string[] = []
  let end = at
  for (; /^(?:\|(?: |$)| +\S)/.test(lines[end] ?? ''); end++) {
    const line = lines[end] ?? ''
    if (line.startsWith('|')) said.push(line.slice(2).trim())
    else said.push(`${said.pop() ?? ''} ${line.trim()}`)
  }
  const html = said.map((line) => inlineHtml(line, page)).join('<br>\n')
  return { html: `<p>${html}</p>\n`, end }
}

function doctestAt(lines: Lines, at: number): ReadBlock | undefined {
  if (!/^>>>(?: |$)/.test(lines[at] ?? '')) return undefined
  let end = at
  while (!isBlank(lines[end])) end++
  return { html: codeBlockHtml(lines.slice(at, end), 'pycon'), end }
}

function paragraphAt(lines: Lines, at: number, page: Page): ReadBlock {
  let end = at + 1
  while (!isBlank(lines[end]) && !isIndented(lines[end]) && !breaksParagraph(lines, end)) end++
  const text = lines.slice(at, end).join('\n')
  if (!text.endsWith('::')) return { html: `<p>${inlineHtml(text, page)}</p>\n`, end }
  const words = text.replace(/(?:^|\s):: *$/, '').replace(/::$/, ':')
  const literal = literalAt(lines, end, page)
  const html = words.trim() === '' ? '' : `<p>${inlineHtml(words, page)}</p>\n`
  return { html: html + (literal?.html ?? ''), end: literal?.end ?? end }
}

/** Titles and directives begin without a blank line before them too, as many write them. */
function breaksParagraph(lines: Lines, at: number): boolean {
  const line = lines[at] ?? ''
  if (/^\.\. (?:[\w:+.-]{1,80}::|_)/.test(line)) return true
  return ruleMark(lines[at + 1]) !== undefined && titleAt(lines, at) !== undefined
}

/** The code that follows `::`: what is indented, or lines that begin with the same sign. */
function literalAt(lines: Lines, from: number, page: Page): ReadBlock | undefined {
  const at = pastBlank(lines, from)
  const line = lines[at] ?? ''
  if (isIndented(line)) {
    const end = endOfIndented(lines, at)
    return { html: codeBlockHtml(dedented(lines.slice(at, end)), page.language), end }
  }
  const sign = /^[!-/:-@[-`{-~]/.exec(line)?.[0]
  if (sign === undefined || at === from || line.startsWith('.. ')) return undefined
  let end = at
  while (lines[end]?.startsWith(sign) === true) end++
  return { html: codeBlockHtml(lines.slice(at, end), page.language), end }
}
