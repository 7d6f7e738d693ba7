import type { MultiDirectedGraph } from 'graphology'
import { nodeKind } from '../node-kinds.js'
import type { Edge, NodeBrief } from './explore-documents.js'
import type { Look } from './look.js'
import { isShown, type View } from './view-state.js'
import type { Place } from './view-link.js'

/** What the canvas shows beside the view itself. */
export interface Emphasis {
  /** The node whose panel is open. */
  readonly open: string | null
  /** The neighbour that the keys have come to. */
  readonly cursor: string | null
}

/** Edges of the open node get their type written on up to this many. */
const mostNamed = 24
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

/** Sets how everything looks; cheap enough for every change of the selection. */
export function dressGraph(
  graph: MultiDirectedGraph,
  view: View,
  at: Emphasis & { readonly look: Look }
): void {
  const chosen = new Set([...view.selected, ...(at.open === null ? [] : [at.open])])
  const onPath = new Set(view.path)
  graph.updateEachNodeAttributes((id, attributes) => {
    const node = view.nodes.get(id)
    if (node === undefined) return attributes
    const emphasised = chosen.has(id) || onPath.has(id) || id === at.cursor
    return {
      ...attributes,
      ...dressOf(node),
      hidden: !isShown(view, node),
      fixed: view.pinned.has(id) || attributes['held'] === true,
      ring: emphasised ? 'chosen' : view.pinned.has(id) ? 'pinned' : 'none',
      forceLabel: emphasised,
      highlighted: id === at.cursor,
      zIndex: emphasised ? 1 : 0
    }
  })
  const named = namedEdges(view, at.open)
  const steps = new Set(view.path.slice(1).map((id, i) => `${view.path[i] ?? ''}\n${id}`))
  const type = graph.size > mostArrows ? 'line' : 'arrow'
  graph.updateEachEdgeAttributes((key, attributes, ...[from, to]) => {
    const edge = view.edges.get(key)
    const isStep = steps.has(`${from}\n${to}`) || steps.has(`${to}\n${from}`)
    return {
      ...attributes,
      type,
      size: isStep ? 3 : named.has(key) ? 1.6 : 1,
      color: isStep || named.has(key) ? at.look.accent : at.look.edge,
      label: edge?.type ?? '',
      forceLabel: isStep || (named.has(key) && named.size <= mostNamed),
      zIndex: isStep ? 1 : 0
    }
  })
}

function dressOf(node: NodeBrief) {
  const kind = nodeKind(node.label, node.outcome)
  return {
    type: 'glyph',
    label: node.title.length > 48 ? `${node.title.slice(0, 47)}…` : node.title,
    color: kind.colour,
    ink: kind.ink,
    glyph: kind.glyph,
    hollow: kind.hollow === true,
    size: Math.min(18, 7 + 1.2 * Math.log2(1 + node.degree))
  }
}

function namedEdges(view: View, open: string | null): ReadonlySet<string> {
  if (open === null) return new Set()
  const touches = ([, { from, to }]: [string, Edge]) => from === open || to === open
  return new Set([...view.edges].filter(touches).map(([key]) => key))
}
