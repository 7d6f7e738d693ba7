import type { MultiDirectedGraph } from 'graphology'
import type { EdgeDisplayData } from 'sigma/types'
import { nodeKind } from '../node-kinds.js'
import { counted } from '../parts/counted.js'
import type { Shade } from './colours.js'
import { edgeWords } from './edge-words.js'
import type { Edge, NodeBrief } from './explore-documents.js'
import type { GlyphData } from './glyph-program.js'
import type { Look } from './look.js'
import { passes, type View } from './view-state.js'
import type { Place } from './view-link.js'

/** What the canvas shows beside the view itself. */
export interface Emphasis {
  /** The node whose panel is open. */
  readonly open: string | null
  /** The neighbour that the keys have come to. */
  readonly cursor: string | null
  /** The colour of a node where another than its kind's was chosen. */
  readonly shade: (node: NodeBrief) => Shade | null
}

/** Edges of the open node get their words written on up to this many. */
const mostNamed = 40
/** Beyond this many edges heads of arrows cost more than they tell. */
const mostArrows = 3_000

/** Brings the drawn graph to what the view holds. @returns whether nodes or edges came or went */
export function syncGraph(
  graph: MultiDirectedGraph,
  view: View,
  options: { readonly places: ReadonlyMap<string, Place> }
): boolean {
  let changed = false
  for (const id of graph.nodes()) {
    if (view.nodes.has(id)) continue
    graph.dropNode(id)
    changed = true
  }
  for (const key of graph.edges()) {
    if (view.edges.has(key)) continue
    graph.dropEdge(key)
    changed = true
  }
  const anchors = anchorsOf(graph, view)
  let count = 0
  for (const id of view.nodes.keys()) {
    if (graph.hasNode(id)) continue
    count += 1
    const place = options.places.get(id) ?? nearTo(graph, anchors.get(id), count)
    graph.addNode(id, { ...place, size: 6, label: '' })
    changed = true
  }
  for (const [key, { from, to }] of view.edges) {
    if (graph.hasEdge(key)) continue
    graph.addDirectedEdgeWithKey(key, from, to)
    changed = true
  }
  return changed
}

/** For each new node one that is drawn already and joined to it. */
function anchorsOf(graph: MultiDirectedGraph, view: View): Map<string, string> {
  const anchors = new Map<string, string>()
  for (const { from, to } of view.edges.values()) {
    if (graph.hasNode(from) && !graph.hasNode(to)) anchors.set(to, from)
    if (graph.hasNode(to) && !graph.hasNode(from)) anchors.set(from, to)
  }
  return anchors
}

/** Around its anchor, on a spiral of equal angles: the same each time. */
function nearTo(graph: MultiDirectedGraph, anchor: string | undefined, count: number): Place {
  const angle = count * 2.399963
  const far = 4 * Math.sqrt(count)
  const at = anchor === undefined ? { x: 0, y: 0 } : graph.getNodeAttributes(anchor)
  return { x: Number(at['x']) + far * Math.cos(angle), y: Number(at['y']) + far * Math.sin(angle) }
}

/** How nodes and edges look, asked by Sigma for each of them. */
export interface Dress {
  readonly node: (id: string) => Partial<GlyphData>
  readonly edge: (key: string) => Partial<EdgeDisplayData>
  /** Keys of the edges whose words are written on them, those of the path first. */
  readonly namedEdges: readonly string[]
}

export function dressOf(view: View, at: Emphasis & { readonly look: Look }): Dress {
  const chosen = new Set([...view.selected, ...view.path, ...(at.open === null ? [] : [at.open])])
  const named = namedEdges(view, at.open)
  const steps = stepsOf(view)
  const isStep = ({ from, to }: Edge) => steps.has(`${from}\n${to}`) || steps.has(`${to}\n${from}`)
  const type = view.edges.size > mostArrows ? 'line' : 'arrow'
  const scale = scaleFor(view.nodes.size)
  return {
    node: (id) => {
      const node = view.nodes.get(id)
      if (node === undefined) return { hidden: true }
      const emphasised = chosen.has(id) || id === at.cursor
      const ring = emphasised ? 'chosen' : view.pinned.has(id) ? 'pinned' : 'none'
      return {
        ...looksOf(node, scale, at.shade(node)),
        ring,
        // What was opened, chosen or found as a path was asked for by itself.
        hidden: !passes(view.filter, node) && !emphasised,
        forceLabel: emphasised,
        highlighted: id === at.cursor,
        zIndex: emphasised ? 1 : 0
      }
    },
    edge: (key) => {
      const edge = view.edges.get(key)
      if (edge === undefined) return { hidden: true }
      return {
        type,
        ...edgeLooks(edge, { isStep: isStep(edge), isNamed: named.has(key), look: at.look })
      }
    },
    namedEdges: [
      ...[...view.edges].filter(([, edge]) => isStep(edge)).map(([key]) => key),
      ...(named.size <= mostNamed ? named : [])
    ]
  }
}

function stepsOf({ path }: View): ReadonlySet<string> {
  return new Set(path.slice(1).map((id, i) => `${path[i] ?? ''}\n${id}`))
}

function edgeLooks(
  edge: Edge,
  how: { isStep: boolean; isNamed: boolean; look: Look }
): Partial<EdgeDisplayData> {
  const { isStep, isNamed } = how
  return {
    size: (isStep ? 3 : isNamed ? 1.6 : 1) + Math.log2(edge.count ?? 1) / 2,
    color: isStep || isNamed ? how.look.accent : how.look.edge,
    label: isStep || isNamed ? edgeWords(edge.type) : '',
    zIndex: isStep ? 1 : 0
  }
}

/** The more nodes, the smaller they are drawn: from 1.3 for a handful down to a third for thousands. */
function scaleFor(nodes: number): number {
  return Math.min(1.3, Math.max(0.34, 1.56 - 0.36 * Math.log10(Math.max(1, nodes))))
}

function looksOf(node: NodeBrief, scale: number, shade: Shade | null) {
  const kind = nodeKind(node.label, node.outcome)
  const joined = node.degree + 6 * (node.attempts ?? 0)
  return {
    type: 'glyph',
    label: labelOf(node),
    color: shade?.colour ?? kind.colour,
    ink: shade?.ink ?? kind.ink,
    glyph: kind.glyph,
    hollow: kind.hollow === true,
    size: scale * Math.min(18, 8 + 1.1 * Math.log2(1 + joined))
  }
}

/** A title as it is drawn: without the signs of code, not longer than is read at a glance, on the map with how it fared. */
function labelOf(node: NodeBrief): string {
  const figure = figureOf(node)
  const most = figure === '' ? 48 : 40
  const plain = node.title.replaceAll('`', '')
  return `${plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain}${figure}`
}

function figureOf({ label, attempts = 0, passed, failed }: NodeBrief): string {
  if (attempts === 0) return ''
  if (label === 'Problem' && passed + failed > 0)
    return ` · ${String(passed)} of ${String(passed + failed)} passed`
  return ` · ${counted(attempts, 'attempt')}`
}

function namedEdges(view: View, open: string | null): ReadonlySet<string> {
  if (open === null) return new Set()
  const touches = ([, { from, to }]: [string, Edge]) => from === open || to === open
  return new Set([...view.edges].filter(touches).map(([key]) => key))
}
