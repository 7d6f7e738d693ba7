import type { OpenedNode } from '../../cairn.js'
import type { Terminal } from '../terminal.js'
import { apiLines } from './api-node.js'
import { printable, wrap } from './wrap.js'

/** Properties shown in full below the others. */
const long = ['text', 'code', 'quote']

/** What says nothing to a person, or says again what stands elsewhere. */
const hidden = new Set([
  ...['id', 'title', 'name', 'key', 'claim', 'hash', 'links', 'ordinal', 'space', 'page', 'path'],
  ...['anchor', 'part', 'source', 'about', 'aboutKind', 'mentions', 'evidenceAt', 'grounds']
])

/** Facts of documentation that its lines show already. */
const shownOf: Readonly<Record<string, ReadonlySet<string>>> = {
  Doc: new Set(['kind', 'library', 'breadcrumb', 'url']),
  Library: new Set(['kind', 'ecosystem', 'version']),
  Api: new Set([
    ...['kind', 'library', 'qualifiedName', 'signature', 'summary', 'text', 'parameters'],
    ...['examples', 'deprecated', 'aliasOf', 'replacedBy', 'doc', 'usage']
  ])
}

/** A node as a person reads it: what it is, what it says, what else is known, what it is tied to. */
export function renderNode(
  node: OpenedNode & { readonly title: string },
  terminal: Terminal
): string {
  const { color, width } = terminal
  const { properties, label } = node
  const told = shownOf[label]
  const entries = Object.entries(properties).filter(
    ([key, value]) =>
      !hidden.has(key) &&
      told?.has(key) !== true &&
      saysSomething(value) &&
      !isUnknownKind(key, value)
  )
  const facts = entries
    .filter(([key]) => !long.includes(key))
    .toSorted(([a], [b]) => placeOf(label, a) - placeOf(label, b))
  const texts = entries.filter(([key]) => long.includes(key))
  return [
    `${color.bold(printable(node.title))}  ${color.dim(printable(`${whatIs(node)} ${node.id}`))}`,
    ...placeLines(node, terminal),
    ...(label === 'Api' ? apiLines(properties, terminal) : []),
    ...facts.map(([key, value]) => wrap(`${key}: ${factOf(key, value)}`, { width, indent: '  ' })),
    ...texts.flatMap(([key, value]) => ['', ...lines(key, shown(value), width)]),
    ...(node.edges.length === 0 ? [] : ['', wrapDim(edgesOf(node), terminal)])
  ].join('\n')
}

function isUnknownKind(key: string, value: unknown): boolean {
  return key === 'kind' && value === 'unknown'
}

/** A section, a method, a library; else what the graph calls it. */
function whatIs({ label, properties }: OpenedNode): string {
  const kind = properties['kind']
  return typeof kind === 'string' && (label === 'Doc' || label === 'Api') ? kind : label
}

/** Of a section the headings that lead to it, and where people read it. */
function placeLines({ label, properties }: OpenedNode, { color, width }: Terminal): string[] {
  if (label !== 'Doc') return []
  const { breadcrumb, url } = properties
  return [breadcrumb, url]
    .filter(saysSomething)
    .map((value) => color.dim(wrap(shown(value), { width, indent: '  ' })))
}

/** Of an attempt first what came of it and who says so. */
const firstOf: Readonly<Record<string, readonly string[]>> = {
  Trace: ['outcome', 'evidence', 'agent', 'model', 'steps', 'states', 'problem', 'codeUses']
}

function placeOf(label: string, key: string): number {
  const first = firstOf[label] ?? []
  return first.includes(key) ? first.indexOf(key) : first.length
}

function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === 0) return false
  if (Array.isArray(value)) return value.length > 0
  return value !== false && value !== '[]' && value !== '{}'
}

/** Measurements without those that are nothing; times to the minute; names one after the other. */
function factOf(key: string, value: unknown): string {
  if (key === 'measurements' && typeof value === 'string') return measured(value)
  if (key === 'codeUses' && Array.isArray(value)) return value.map(shown).join(', ')
  const time = typeof value === 'string' ? /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d/.exec(value) : null
  return time === null ? shown(value) : `${time[1] ?? ''} ${time[2] ?? ''} UTC`
}

function measured(value: string): string {
  const all = JSON.parse(value) as Readonly<Record<string, number>>
  const some = Object.entries(all).filter(([, figure]) => figure !== 0)
  return some.length === 0 ? 'none' : some.map(([name, figure]) => `${name} ${figure}`).join(', ')
}

function edgesOf({ edges }: OpenedNode): string {
  return edges
    .map(({ type, out, count }) => `${out ? `-${type}->` : `<-${type}-`} ${count}`)
    .join(', ')
}

function wrapDim(text: string, { color, width }: Terminal): string {
  return color.dim(wrap(text, { width, indent: '  ' }))
}

/** Prose is wrapped; code stands as it was written. */
function lines(key: string, text: string, width: number): string[] {
  if (key === 'code') return printable(text).split('\n')
  let fence: string | null = null
  return text.split('\n').map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? null
    const isCode = fence !== null || mark !== null
    if (fence === null) fence = mark
    else if (mark !== null && mark.startsWith(fence)) fence = null
    return isCode ? printable(line) : wrap(line, { width, indent: leading(line) })
  })
}

function leading(line: string): string {
  return /^\s*/.exec(line)?.[0].replaceAll('\t', '  ') ?? ''
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(' > ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
