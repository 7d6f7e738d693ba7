import type { OpenedNode } from '../../cairn.js'
import type { Terminal } from '../terminal.js'
import { printable, wrap } from './wrap.js'

/** Properties shown in full below the others. */
const long = new Set(['text', 'code', 'parameters', 'quote'])

/** What says nothing to a person. */
const hidden = new Set(['id', 'title', 'claim', 'hash', 'links', 'ordinal', 'space'])

/** A node as a person reads it: its facts, its text, its edges by type. */
export function renderNode(
  node: OpenedNode & { readonly title: string },
  terminal: Terminal
): string {
  const { color, width } = terminal
  const entries = Object.entries(node.properties).filter(
    ([key, value]) => !hidden.has(key) && value !== ''
  )
  const facts = entries.filter(([key]) => !long.has(key))
  const texts = entries.filter(([key]) => long.has(key) && key !== 'parameters')
  return [
    `${color.bold(printable(node.title))}  ${color.dim(printable(`${node.label} ${node.id}`))}`,
    ...facts.map(([key, value]) => wrap(`${key}: ${shown(value)}`, { width, indent: '  ' })),
    ...texts.flatMap(([key, value]) => ['', ...lines(key, shown(value), width)]),
    '',
    ...node.edges.map((edge) =>
      color.dim(`  ${edge.out ? '-' : '<-'}${edge.type}${edge.out ? '->' : '-'} ${edge.count}`)
    )
  ].join('\n')
}

/** Prose is wrapped; code stands as it was written. */
function lines(key: string, text: string, width: number): string[] {
  if (key === 'code') return printable(text).split('\n')
  return text.split('\n').map((line) => wrap(line, { width, indent: leading(line) }))
}

function leading(line: string): string {
  return /^\s*/.exec(line)?.[0].replaceAll('\t', '  ') ?? ''
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(' > ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
