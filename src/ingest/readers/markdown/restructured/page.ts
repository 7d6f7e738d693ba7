import { escapeHtml } from '../dialects/pieces.js'

export type Lines = readonly string[]

/** What was read of a text: as HTML, and the line at which it goes on. */
export interface ReadBlock {
  readonly html: string
  readonly end: number
}

/** What a page says of itself in one place and needs in another. */
export interface Page {
  /** Where named links lead. */
  readonly urls: ReadonlyMap<string, string>
  /** Where links without a name lead, in the order in which they are used. */
  readonly anonymous: string[]
  /** Ids of the places in the page that links name: labels and titles. */
  readonly places: ReadonlyMap<string, string>
  /** Titles of the sections that labels stand before. */
  readonly titles: ReadonlyMap<string, string>
  /** What stands for `|name|`, as HTML. */
  readonly substitutions: ReadonlyMap<string, string>
  /** Levels of titles by the way in which they are underlined. */
  readonly levels: ReadonlyMap<string, number>
  /** The module whose objects are described. */
  module: string
  /** The class whose members are described, with its module; '' outside of one. */
  scope: string
  /** The program whose options are described. */
  program: string
  /** What blocks of code are written in that do not say so. */
  language: string
  depth: number
  /** How many characters may still be repeated of what is written once and named often. */
  room: number
  /** Whether its first title is past, which is its own. */
  isTitled: boolean
  /** Reads what is nested in a block. */
  blocks(lines: Lines): string
}

/** Lines without tabs and without white space at their ends. */
export function linesOf(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map((line) => expandTabs(line.trimEnd()))
}

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line
  const parts = line.split('\t')
  const last = parts.pop() ?? ''
  let out = ''
  let width = 0
  for (const part of parts) {
    const pad = 8 - ((width + part.length) % 8)
    width += part.length + pad
    out += part + ' '.repeat(pad)
  }
  return out + last
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line === ''
}

export function isIndented(line: string | undefined): boolean {
  return line?.startsWith(' ') === true
}

export function indentOf(line: string): number {
  const at = line.search(/\S/)
  return at === -1 ? line.length : at
}

/** Where lines end that are indented by that much or blank; blank ones at the end are not among them. */
export function endOfIndented(lines: Lines, from: number, width = 1): number {
  let end = from
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '') continue
    if (indentOf(line) < width) break
    end = at + 1
  }
  return end
}

/** Lines moved to the margin by what all of them are indented. */
export function dedented(lines: Lines): string[] {
  let least = Infinity
  for (const line of lines) if (line !== '') least = Math.min(least, indentOf(line))
  return lines.map((line) => line.slice(Math.min(least, line.length)))
}

/** Lines without blank ones at their beginning and end. */
export function trimmed(lines: Lines): Lines {
  let from = 0
  let to = lines.length
  while (from < to && lines[from] === '') from++
  while (to > from && lines[to - 1] === '') to--
  return lines.slice(from, to)
}

/** Where the next line is that is not blank. */
export function pastBlank(lines: Lines, from: number): number {
  let at = from
  while (at < lines.length && lines[at] === '') at++
  return at
}

export function attribute(text: string): string {
  return escapeHtml(text).replaceAll('"', '&quot;')
}

/** What is written once and put in wherever it is named; nothing once the page has grown too much by it. */
export function repeated(text: string, page: Page): string {
  page.room -= text.length
  return page.room < 0 ? '' : text
}

/** A name as links are matched by. */
export function folded(name: string): string {
  return name.replace(/\\(.)/g, '$1').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** The id that a name gets as an anchor; '' where it has no letters that ids are made of. */
export function idFor(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^[-\d]+|-$/g, '')
}

/** Puts words before what a block begins with: into its paragraph where it begins with one. */
export function ledBy(words: string, html: string): string {
  return html.startsWith('<p>') ? `<p>${words}${html.slice(3)}` : `<p>${words}</p>\n${html}`
}

/** Code with what it is written in; what Python says to its prompt is recognised. */
export function codeBlockHtml(lines: Lines, language: string): string {
  const code = trimmed(lines)
  const known = language === '' && code[0]?.startsWith('>>> ') === true ? 'pycon' : language
  const name = /^[\w+#.-]{1,40}$/.test(known) ? ` class="language-${known}"` : ''
  return `<pre><code${name}>${escapeHtml(code.join('\n'))}\n</code></pre>\n`
}
