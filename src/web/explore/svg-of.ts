import { nodeKind } from '../node-kinds.js'
import type { NodeBrief } from './explore-documents.js'
import type { DrawnLabels } from './label-layer.js'
import type { Look } from './look.js'
import type { PlacedLabel } from './place-labels.js'

export interface DrawnNode {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly node: NodeBrief
}

export interface DrawnEdge {
  readonly from: DrawnNode
  readonly to: DrawnNode
  readonly colour: string
  readonly width: number
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  /** Titles and words of edges, where there is room for them. */
  readonly labels: DrawnLabels
}

/** The drawing as SVG: edges below, discs with their glyphs, labels on top. */
export function svgOf(drawing: Drawing, look: Look): string {
  const { width, height, nodes, edges, labels } = drawing
  const size = `width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="system-ui, sans-serif">`,
    `<rect width="100%" height="100%" fill="${look.ground}"/>`,
    ...edges.map(lineOf),
    ...nodes.map((node) => discOf(node, look)),
    ...labels.edges.map((label) => textOf(label, { size: 11, colour: look.muted, look })),
    ...labels.nodes.map((label) => textOf(label, { size: 12, colour: look.text, look })),
    '</svg>',
    ''
  ].join('\n')
}

function lineOf({ from, to, colour, width }: DrawnEdge): string {
  const end = shortened(from, to)
  return `<path d="M${n(from.x)} ${n(from.y)}L${n(end.x)} ${n(end.y)}" stroke="${colour}" stroke-width="${n(width)}"/>${headOf(from, end, colour)}`
}

/** Where an edge meets the rim of the node that it reaches. */
function shortened(from: DrawnNode, to: DrawnNode): { x: number; y: number } {
  const far = Math.hypot(to.x - from.x, to.y - from.y)
  const share = far === 0 ? 1 : Math.max(0, 1 - to.size / far)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function headOf(from: DrawnNode, tip: { x: number; y: number }, colour: string): string {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x)
  const corner = (turn: number) =>
    `${n(tip.x - 6 * Math.cos(angle + turn))} ${n(tip.y - 6 * Math.sin(angle + turn))}`
  return `<path d="M${n(tip.x)} ${n(tip.y)}L${corner(0.4)}L${corner(-0.4)}Z" fill="${colour}"/>`
}

function discOf({ x, y, size, node }: DrawnNode, look: Look): string {
  const kind = nodeKind(node.label, node.outcome)
  const hollow = kind.hollow === true
  const paint = hollow
    ? `fill="${look.surface}" stroke="${kind.colour}" stroke-width="${n(size * 0.2)}"`
    : `fill="${kind.colour}"`
  const ink = hollow ? look.text : kind.ink
  return (
    `<g><title>${escaped(`${kind.name}: ${node.title}`)}</title>` +
    `<circle cx="${n(x)}" cy="${n(y)}" r="${n(hollow ? size * 0.9 : size)}" ${paint}/>` +
    `<text x="${n(x)}" y="${n(y + size * 0.42)}" font-family="monospace" font-weight="700" font-size="${n(size * 1.2)}" text-anchor="middle" fill="${ink}">${escaped(kind.glyph)}</text></g>`
  )
}

function textOf(
  { x, y, text }: PlacedLabel,
  how: { readonly size: number; readonly colour: string; readonly look: Look }
): string {
  return `<text x="${n(x)}" y="${n(y + how.size / 3)}" font-size="${String(how.size)}" fill="${how.colour}" stroke="${how.look.ground}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escaped(text)}</text>`
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;'
}

/** Titles come from outside; characters that XML does not know are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '')
}
