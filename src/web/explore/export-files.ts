import { toBlob } from '@sigma/export-image'
import type { GraphView } from './graph-view.js'
import { svgOf, type DrawnEdge, type DrawnNode } from './svg-of.js'
import { isShown, type View } from './view-state.js'

/** Hands a file to the browser's downloads. */
function save(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  window.setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, 10_000)
}

/** The canvas as it stands, at twice its size. */
export async function exportPng({ sigma, look }: GraphView): Promise<void> {
  const { width, height } = sigma.getDimensions()
  const size = { width: width * 2, height: height * 2 }
  save(
    'cairn-graph.png',
    await toBlob(sigma, { ...size, format: 'png', backgroundColor: look().ground })
  )
}

/** The canvas as it stands, as lines and text that scale. */
export function exportSvg(drawn: GraphView, view: View): void {
  const { width, height } = drawn.sigma.getDimensions()
  const svg = svgOf({ ...pieces(drawn, view), width, height }, drawn.look())
  save('cairn-graph.svg', new Blob([svg], { type: 'image/svg+xml' }))
}

/** Nodes and edges that are shown, with where they are drawn. */
export function exportJson(drawn: GraphView, view: View): void {
  const nodes = [...view.nodes.values()].filter((node) => isShown(view, node))
  const there = new Set(nodes.map(({ id }) => id))
  const edges = [...view.edges.values()].filter(({ from, to }) => there.has(from) && there.has(to))
  const placed = nodes.map((node) => ({ ...node, ...drawn.placeOf(node.id) }))
  const text = JSON.stringify({ format: 'cairn.graph/1', nodes: placed, edges }, null, 2)
  save('cairn-graph.json', new Blob([text], { type: 'application/json' }))
}

/** Where everything is on the screen now. */
function pieces({ sigma }: GraphView, view: View): { nodes: DrawnNode[]; edges: DrawnEdge[] } {
  const labels = sigma.getNodeDisplayedLabels()
  const nodes: DrawnNode[] = []
  const at = new Map<string, DrawnNode>()
  for (const node of view.nodes.values()) {
    const data = sigma.getNodeDisplayData(node.id)
    if (data === undefined || data.hidden) continue
    const { x, y } = sigma.framedGraphToViewport(data)
    const label = labels.has(node.id) || data.forceLabel ? node.title : ''
    const drawn = { x, y, size: sigma.scaleSize(data.size), label, node }
    nodes.push(drawn)
    at.set(node.id, drawn)
  }
  const edges: DrawnEdge[] = []
  for (const [key, edge] of view.edges) {
    const [from, to] = [at.get(edge.from), at.get(edge.to)]
    const data = sigma.getEdgeDisplayData(key)
    if (from === undefined || to === undefined || data === undefined) continue
    edges.push({
      from,
      to,
      colour: data.color,
      width: data.size,
      label: data.forceLabel ? edge.type : ''
    })
  }
  return { nodes, edges }
}
