import { escapeHtml } from '../dialects/pieces.js'
import type { Page } from './page.js'
import { attribute, folded, idFor, repeated } from './page.js'
import { roleHtml } from './roles.js'

interface Scan {
  readonly text: string
  readonly page: Page
  readonly out: string[]
  /** Marks that nothing closes from here on: they are looked for once. */
  readonly unclosed: Set<string>
}

type Step = (scan: Scan, at: number) => number | undefined

/** Running text as HTML. The time that it takes grows as the text does. */
export function inlineHtml(text: string, page: Page): string {
  const scan: Scan = { text, page, out: [], unclosed: new Set() }
  let at = 0
  while (at < text.length) {
    const step = steps[text.charAt(at)]
    const end = step?.(scan, at) ?? (step === undefined ? word(scan, at) : undefined)
    if (end === undefined) scan.out.push(escapeHtml(text.charAt(at)))
    at = end ?? at + 1
  }
  return scan.out.join('')
}

/** A mark begins something where white space or an opening sign stands before it, and none after. */
function opens({ text }: Scan, at: number, width: number): boolean {
  if (at > 0 && !/[\s'"([{<\-/:‘“’«¡¿–—\0]/.test(text.charAt(at - 1))) return false
  const next = text.charAt(at + width)
  return next !== '' && !/\s/.test(next)
}

/** Where a mark closes what it began; -1 where nothing does. */
function closing(scan: Scan, mark: string, from: number): number {
  const { text, unclosed } = scan
  if (unclosed.has(mark)) return -1
  for (let at = text.indexOf(mark, from + 1); at !== -1; at = text.indexOf(mark, at + 1)) {
    const isEscaped = mark !== '``' && text.charAt(at - 1) === '\\'
    const after = text.charAt(at + mark.length)
    const goesOn = mark === '`' ? after === '`' : /[\p{L}\p{N}*`]/u.test(after)
    if (!isEscaped && !goesOn && !/\s/.test(text.charAt(at - 1))) return at
  }
  unclosed.add(mark)
  return -1
}

const escape: Step = ({ text, out }, at) => {
  const next = text.charAt(at + 1)
  if (next !== '' && !/\s/.test(next)) out.push(escapeHtml(next))
  return at + 2
}

const backtick: Step = (scan, at) => {
  if (scan.text.charAt(at + 1) !== '`') return interpreted(scan, at, '')
  if (!opens(scan, at, 2)) return undefined
  const end = closing(scan, '``', at + 2)
  if (end === -1) return undefined
  scan.out.push(`<code>${escapeHtml(scan.text.slice(at + 2, end))}</code>`)
  return end + 2
}

/** `` `text`_ ``, `` `text`:role: ``, and `` `text` `` alone or with a role before it. */
function interpreted(scan: Scan, at: number, role: string): number | undefined {
  if (role === '' && !opens(scan, at, 1)) return undefined
  const end = closing(scan, '`', at + 1)
  if (end === -1) return undefined
  const said = scan.text.slice(at + 1, end)
  const suffix = role === '' ? scan.text.slice(end + 1, end + 64) : ''
  const [marks] = /^__?(?![\p{L}\p{N}_])/u.exec(suffix) ?? []
  if (marks !== undefined) {
    scan.out.push(linkHtml(said, marks, scan.page))
    return end + 1 + marks.length
  }
  const [after = '', name = role] = /^:([a-z][\w:+.-]{0,60}):(?![\w`])/i.exec(suffix) ?? []
  scan.out.push(roleHtml(name, said, scan.page))
  return end + 1 + after.length
}

const prefixedRole = /:([a-z][\w:+.-]{0,60}):(?=`)/iy

const colon: Step = (scan, at) => {
  if (!opens(scan, at, 1)) return undefined
  prefixedRole.lastIndex = at
  const match = prefixedRole.exec(scan.text)
  if (match === null) return undefined
  const from = at + match[0].length
  return scan.text.startsWith('``', from) ? undefined : interpreted(scan, from, match[1] ?? '')
}

const star: Step = (scan, at) => {
  const mark = scan.text.charAt(at + 1) === '*' ? '**' : '*'
  if (!opens(scan, at, mark.length)) return undefined
  const end = closing(scan, mark, at + mark.length)
  if (end === -1) return mark === '**' ? literally(scan, mark, at) : undefined
  const name = mark === '**' ? 'strong' : 'em'
  scan.out.push(`<${name}>${plainHtml(scan.text.slice(at + mark.length, end))}</${name}>`)
  return end + mark.length
}

function literally({ out }: Scan, mark: string, at: number): number {
  out.push(escapeHtml(mark))
  return at + mark.length
}

const bar: Step = (scan, at) => {
  if (!opens(scan, at, 1)) return undefined
  const match = /^\|([^|\s][^|\n]{0,99})\|(?:__?(?!\w))?/.exec(scan.text.slice(at, at + 110))
  const said = scan.page.substitutions.get(folded(match?.[1] ?? ''))
  if (match === null || said === undefined) return undefined
  scan.out.push(repeated(said, scan.page))
  return at + match[0].length
}

const bracket: Step = (scan, at) => {
  const match = /^\[([#*]?[\w.-]{0,60})\]_(?!\w)/.exec(scan.text.slice(at, at + 70))
  if (match === null || match[1] === '') return undefined
  scan.out.push(`[${escapeHtml((match[1] ?? '').replace(/^#(?=\w)/, ''))}]`)
  return at + match[0].length
}

/** `` _`place` ``: a place in running text that links name. */
const underscore: Step = (scan, at) => {
  if (scan.text.charAt(at + 1) !== '`' || !opens(scan, at, 1)) return undefined
  const end = closing(scan, '`', at + 2)
  if (end === -1) return undefined
  const name = scan.text.slice(at + 2, end)
  scan.out.push(`<span id="${attribute(idFor(name))}"></span>${plainHtml(name)}`)
  return end + 1
}

const steps: Readonly<Record<string, Step | undefined>> = {
  __proto__: null as never,
  '\\': escape,
  '`': backtick,
  ':': colon,
  '*': star,
  '|': bar,
  '[': bracket,
  _: underscore
}

const address = /(?:https?|ftp|mailto):[^\s<>"`]+/y
const words = /[\p{L}\p{N}][\p{L}\p{N}_]*(?:[-.+:][\p{L}\p{N}][\p{L}\p{N}_]*)*/uy
const others = /[^\\`:*|[_\p{L}\p{N}]+/uy

/** Text up to where something may begin; `name_` is a link where the page says where it leads. */
function word({ text, page, out }: Scan, at: number): number {
  const match = matchAt(others, text, at) ?? matchAt(address, text, at)
  if (match !== undefined) {
    out.push(escapeHtml(match))
    return at + match.length
  }
  const found = matchAt(words, text, at) ?? text.charAt(at)
  const marks = /__?$/.exec(found)?.[0] ?? ''
  const name = found.slice(0, found.length - marks.length)
  const isLink = marks === '__' ? page.anonymous.length > 0 : marks !== '' && isKnown(name, page)
  out.push(isLink ? linkHtml(name, marks, page) : escapeHtml(found))
  return at + found.length
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function isKnown(name: string, { urls, places }: Page): boolean {
  return urls.has(folded(name)) || places.has(folded(name))
}

/** A link: `text <url>`, `text <name_>`, or the name of one. Links out of the documentation are their text. */
function linkHtml(said: string, marks: string, page: Page): string {
  const split = /^([^<]*)<([^<>]+)>$/.exec(said)
  const url = split === null ? addressOf(said, marks, page) : embedded(split[2] ?? '', page)
  const title = (split?.[1] ?? said).trim()
  const text = plainHtml(title === '' ? said.replace(/^<|>$/g, '') : title)
  return url === undefined ? text : anchorHtml(repeated(url, page).replace(/\s+/g, ''), text)
}

function embedded(given: string, page: Page): string | undefined {
  const name = /^(.*)_$/.exec(given)?.[1]
  return name === undefined ? given : (addressOf(name, '', page) ?? given)
}

function addressOf(name: string, marks: string, page: Page): string | undefined {
  const place = page.places.get(folded(name))
  const known = page.urls.get(folded(name)) ?? (place === undefined ? undefined : `#${place}`)
  return known ?? (marks === '__' ? page.anonymous.shift() : undefined)
}

/** A link where it leads within the documentation. */
export function anchorHtml(url: string, html: string): string {
  if (url === '' || url.length > 300 || /^(?:[a-z][\w+.-]*:|\/\/)/i.test(url)) return html
  return `<a href="${attribute(url)}">${html}</a>`
}

/** Text without markup, as it stands but for what is escaped in it. */
export function plainHtml(text: string): string {
  return escapeHtml(text.replace(/\\\s|\\(.)/g, '$1'))
}
