import { escapeHtml } from '../dialects/pieces.js'
import type { Lines } from './page.js'
import { folded, idFor, isBlank, isIndented } from './page.js'
import { titleAt } from './titles.js'

/** What is known of a page before its blocks are read. */
export interface Scanned {
  readonly urls: Map<string, string>
  readonly anonymous: string[]
  readonly places: Map<string, string>
  readonly titles: Map<string, string>
  readonly substitutions: Map<string, string>
  readonly levels: Map<string, number>
}

/** What is repeated wherever it is named is no longer than this, or a page could grow without bounds. */
const longest = 300

/** Collects what links and substitutions of a page may name, and the order in which its titles come up. */
export function scanPage(lines: Lines): Scanned {
  const scanned: Scanned = {
    urls: new Map(),
    anonymous: [],
    places: new Map(),
    titles: new Map(),
    substitutions: new Map(),
    levels: new Map()
  }
  const labels: string[] = []
  const counts = new Map<string, number>()
  lines.forEach((line, at) => {
    if (readTarget(line, lines[at + 1], { scanned, labels })) return
    const title = titleAt(lines, at)
    if (title !== undefined) {
      counts.set(title.style, (counts.get(title.style) ?? 0) + 1)
      addTitle(title.text, labels, scanned)
    } else if (!isBlank(line) && !/^[^\w\s]+$/.test(line)) labels.length = 0
  })
  setLevels(counts, scanned.levels)
  chase(scanned.urls)
  return scanned
}

interface Scan {
  readonly scanned: Scanned
  /** Labels that stand before what comes next. */
  readonly labels: string[]
}

/** `.. _name: url`, `.. _name:`, `.. __: url`, `__ url`, `.. |name| replace:: text`. */
function readTarget(line: string, next: string | undefined, scan: Scan): boolean {
  const bare = line.trimStart()
  if (!bare.startsWith('.. ') && !bare.startsWith('__ ')) return false
  const { scanned } = scan
  const nameless = /^(?:\.\. __:|__) +(\S+)$/.exec(bare)?.[1]
  if (nameless !== undefined) return scanned.anonymous.push(nameless) > 0
  const target = targetIn(bare)
  if (target === undefined) return readSubstitution(bare, scanned)
  const below = isIndented(next) && !isIndented(line) ? (next ?? '').trim() : ''
  addTarget({ ...target, url: target.url === '' ? below : target.url }, scan)
  return true
}

function addTarget(target: { name: string; url: string }, { scanned, labels }: Scan): void {
  const name = folded(target.name)
  if (target.url !== '') scanned.urls.set(name, target.url.slice(0, longest))
  else {
    labels.push(name)
    scanned.places.set(name, idFor(target.name))
  }
}

/** The name and the address of `.. _name: url`; the address is '' where the name is a place's. */
export function targetIn(line: string): { name: string; url: string } | undefined {
  const match =
    /^\.\. _(?!_)(?:`([^`]{1,300})`|((?:[^:\\`]|\\.|:(?! |$)){1,300})):(?: +(.*))?$/.exec(line)
  if (match === null) return undefined
  return {
    name: (match[1] ?? match[2] ?? '').replace(/\\(.)/g, '$1'),
    url: (match[3] ?? '').trim()
  }
}

function readSubstitution(line: string, { substitutions }: Scanned): boolean {
  const match = /^\.\. \|([^|]{1,100})\| +([\w-]+):: *(.*)$/.exec(line)
  if (match === null) return false
  const [, name = '', kind = '', text = ''] = match
  const html = escapeHtml(text.slice(0, longest).replace(/``|\\ /g, ''))
  const sign = String.fromCodePoint(
    Math.min(0x10_ffff, Number.parseInt(/^(?:U\+|0x)([\da-f]{1,6})/i.exec(text)?.[1] ?? '20', 16))
  )
  const said = { replace: html, unicode: escapeHtml(sign) }[kind] ?? ''
  substitutions.set(folded(name), said)
  return true
}

function addTitle(text: string, labels: string[], { places, titles }: Scanned): void {
  const plain = text.replace(/[`*]|:[\w:]+:(?=`)/g, '').slice(0, longest)
  if (!places.has(folded(text))) places.set(folded(text), idFor(plain))
  for (const label of labels) titles.set(label, plain)
  labels.length = 0
}

/** The first title is the page's; where others are like it, they and all others lie below it. */
function setLevels(counts: ReadonlyMap<string, number>, levels: Map<string, number>): void {
  const [first] = counts.values()
  const shift = (first ?? 0) > 1 ? 2 : 1
  for (const style of counts.keys()) levels.set(style, Math.min(6, levels.size + shift))
}

/** `.. _a: b_` leads where `b` does. */
function chase(urls: Map<string, string>): void {
  for (const [name, url] of urls) {
    const other = /^`?([^`]*?)`?_$/.exec(url)?.[1]
    const found = other === undefined ? undefined : urls.get(folded(other))
    if (found !== undefined) urls.set(name, found)
  }
}
