import { directiveHtml } from './directives.js'
import type { Lines, Page, ReadBlock } from './page.js'
import { attribute, dedented, endOfIndented, idFor, isBlank, ledBy } from './page.js'
import { targetIn } from './scan-page.js'

/** What begins with two points: directives, targets, notes at the foot of the page, comments. */
export function explicitAt(lines: Lines, at: number, page: Page): ReadBlock | undefined {
  const line = lines[at] ?? ''
  if (/^__ +\S/.test(line)) return { html: '', end: at + 1 }
  if (line !== '..' && !line.startsWith('.. ')) return undefined
  // An empty comment ends what stands before it, and takes in nothing.
  if (line === '..' && isBlank(lines[at + 1])) return { html: '', end: at + 1 }
  const end = endOfIndented(lines, at + 1)
  const below = dedented(lines.slice(at + 1, end))
  return { html: constructHtml(line.slice(2).trimStart(), below, page), end }
}

function constructHtml(first: string, below: Lines, page: Page): string {
  const directive = /^([A-Za-z][\w+.-]{0,60}(?::[\w+.-]{1,60})?) ?::(?: +(.*))?$/.exec(first)
  if (directive !== null) {
    const [, name = '', argument = ''] = directive
    return directiveHtml({ name: name.toLowerCase(), argument, below }, page)
  }
  if (first.startsWith('_')) return placeHtml(`.. ${first}`, below)
  const note = /^\[([#*]?[\w.-]{0,60})\](?: +(.*))?$/.exec(first)
  if (note === null) return ''
  const label = (note[1] ?? '').replace(/^#(?=\w)/, '')
  return ledBy(`[${attribute(label)}] `, page.blocks([note[2] ?? '', ...below]))
}

/** A label is a place in the page. */
function placeHtml(line: string, below: Lines): string {
  const target = targetIn(line)
  if (target === undefined || target.url !== '' || below.length > 0) return ''
  const id = idFor(target.name)
  return id === '' ? '' : `<span id="${attribute(id)}"></span>\n`
}
