import { toBlob } from '@sigma/export-image'
import type { GraphView } from './graph-view.js'
import { drawLabels } from './label-layer.js'
import { svgOf, type DrawnEdge, type Drawing, type DrawnNode } from './svg-of.js'
import { passes, type View } from './view-state.js'

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
export async function exportPng({ sigma, look, labelSource }: GraphView): Promise<void> {
  const { width, height } = sigma.getDimensions()
  const blob = await toBlob(sigma, {
    ...{ width: width * 2, height: height * 2, format: 'png', backgroundColor: look().ground },
    withTempRenderer: (copy) => {
      // Nothing floats over a picture.
      const labels = drawLabels(copy, { ...labelSource, taken: () => [] })
      copy.refresh()
      labels.end()
    }
  })
  save('cairn-graph.png', blob)
}

/** The canvas as it stands, as lines and text that scale. */
export function exportSvg(drawn: GraphView, view: View): void {
  const { width, height } = drawn.sigma.getDimensions()
  const svg = svgOf({ ...pieces(drawn, view), width, height }, drawn.look())
  save('cairn-graph.svg', new Blob([svg], { type: 'image/svg+xml' }))
}

/** Nodes and edges that are shown, with where they are drawn. */
export function exportJson(drawn: GraphView, view: View): void {
  const nodes = [...view.nodes.values()].filter((node) => passes(view.filter, node))
  const there = new Set(nodes.map(({ id }) => id))
  const edges = [...view.edges.values()].filter(({ from, to }) => there.has(from) && there.has(to))
  const placed = nodes.map((node) => ({ ...node, ...drawn.placeOf(node.id) }))
  const text = JSON.stringify({ format: 'cairn.graph/1', nodes: placed, edges }, null, 2)
  save('cairn-graph.json', new Blob([text], { type: 'application/json' }))
}

/** Where everything is on the screen now. */
function pieces(
  { sigma, labels }: GraphView,
  view: View
): Pick<Drawing, 'nodes' | 'edges' | 'labels'> {
  const nodes = [...view.nodes.values()].flatMap((node): DrawnNode[] => {
    const data = sigma.getNodeDisplayData(node.id)
    if (data === undefined || data.hidden) return []
    return [{ ...sigma.framedGraphToViewport(data), size: sigma.scaleSize(data.size), node }]
  })
  const at = new Map(nodes.map((drawn) => [drawn.node.id, drawn]))
  const edges = [...view.edges].flatMap(([key, edge]): DrawnEdge[] => {
    const [from, to] = [at.get(edge.from), at.get(edge.to)]
    const data = sigma.getEdgeDisplayData(key)
    if (from === undefined || to === undefined || data === undefined) return []
    return [{ from, to, colour: data.color, width: data.size }]
  })
  return { nodes, edges, labels: labels() }
}
