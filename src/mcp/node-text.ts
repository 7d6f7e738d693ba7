import type { OpenedNode } from '../cairn.js'
import { defangedProperties } from '../domain/defanged.js'
import { oneLine } from './bounds.js'

/** Properties that serve the memory and tell a reader nothing. */
const ownBusiness =
  /^(?:id|space|title|name|page|hash|.*Hash|norm|claim|embedder|bytes|usage|mentions|standing.*)$/

/** Values longer than this stand below the others, under a heading. */
const shortest = 160

/** A node as an agent reads it: without what tries to instruct it, and said so. */
export function readableNode(node: OpenedNode): string {
  const { caution, ...properties } = defangedProperties(node.properties)
  const text = nodeText({ ...node, properties })
  return caution === undefined ? text : `caution: ${plain(caution)}\n\n${text}`
}

/** A node as text: short properties a line each, long ones under headings, edges last. */
export function nodeText({ label, properties, edges }: OpenedNode): string {
  const entries = Object.entries(properties).filter(([key]) => !ownBusiness.test(key))
  const shown = entries.map(([key, value]): [string, string] => [key, plain(value)])
  const filled = shown.filter(([, value]) => value.trim() !== '')
  const isShort = (value: string) => value.length <= shortest && !value.includes('\n')
  const lines = filled.filter(([, value]) => isShort(value)).sort(inOrder)
  const sections = filled.filter(([, value]) => !isShort(value))
  const title = typeof properties['title'] === 'string' ? properties['title'] : ''
  return [
    `# ${label}${title === '' ? '' : `: ${oneLine(title, 300)}`}`,
    lines.map(([key, value]) => `${key}: ${value}`).join('\n'),
    ...sections.sort(inOrder).map(([key, value]) => `## ${key}\n${value}`),
    edges.length === 0
      ? ''
      : `Edges: ${edges.map(({ type, out, count }) => `${out ? '' : '<-'}${type}${out ? '->' : ''} ${count}`).join(', ')}`
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** What somebody opens a node for comes first. */
const order = ['signature', 'summary', 'advice', 'applies', 'avoid', 'text', 'code']

/** The graph gives properties in any order. */
function inOrder([a]: [string, string], [b]: [string, string]): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

function rank(key: string): number {
  const at = order.indexOf(key)
  return at < 0 ? order.length : at
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(plain).join(', ')
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

export interface Page {
  readonly text: string
  readonly total: number
  /** Where the next page begins; null at the end. */
  readonly next: number | null
}

/** A stretch of a text, ended at a line where one is near. */
export function pageOf(text: string, from: number, most: number): Page {
  const begin = Math.min(from, text.length)
  const rest = text.slice(begin, begin + most)
  if (begin + rest.length >= text.length) return { text: rest, total: text.length, next: null }
  const line = rest.lastIndexOf('\n')
  const shown = line > most / 2 ? rest.slice(0, line + 1) : rest
  return { text: shown, total: text.length, next: begin + shown.length }
}
