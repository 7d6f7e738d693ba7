import type Graph from 'graphology'
import defaults from 'graphology-layout-forceatlas2/defaults.js'
import helpers from 'graphology-layout-forceatlas2/helpers.js'
import type { LayoutNews, LayoutTask } from './layout-worker.js'

export interface Layout {
  /** Moves the nodes until they rest; from where they are. */
  readonly start: () => void
  readonly stop: () => void
  readonly runs: () => boolean
}

export interface LayoutOptions {
  /** Show nothing before the nodes rest. */
  readonly still: () => boolean
  readonly onNews: () => void
  readonly onChange: (runs: boolean) => void
}

/** Iterations at most: a larger graph takes more time for each. */
function mostIterations(nodes: number): number {
  return nodes > 2_000 ? 300 : 600
}

/** ForceAtlas2 in a worker of its own. Nodes with `fixed` stay where they are. */
export function createLayout(graph: Graph, options: LayoutOptions): Layout {
  let worker: Worker | null = null
  const stop = () => {
    if (worker === null) return
    worker.terminate()
    worker = null
    options.onChange(false)
  }
  const start = () => {
    worker?.terminate()
    if (graph.order < 2) {
      stop()
      return
    }
    const order = graph.nodes()
    worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<LayoutNews>) => {
      if (data.rests || !options.still()) {
        place(graph, order, data.places)
        options.onNews()
      }
      if (data.rests) stop()
    }
    const { nodes, edges } = helpers.graphToByteArrays(graph, () => 1)
    const task: LayoutTask = {
      settings: settingsFor(graph.order),
      nodes,
      edges,
      most: mostIterations(graph.order)
    }
    worker.postMessage(task, [nodes.buffer, edges.buffer])
    options.onChange(true)
  }
  return { start, stop, runs: () => worker !== null }
}

function settingsFor(nodes: number): LayoutTask['settings'] {
  return {
    ...defaults,
    barnesHutOptimize: nodes > 400,
    barnesHutTheta: 0.7,
    gravity: nodes > 400 ? 0.4 : 1,
    strongGravityMode: false,
    scalingRatio: nodes > 400 ? 6 : 12,
    slowDown: 1 + Math.log(nodes),
    outboundAttractionDistribution: nodes > 60
  }
}

/** Nodes that came or went while the worker worked are left alone; those held by hand too. */
function place(graph: Graph, order: readonly string[], places: Float32Array): void {
  const at = new Map(order.map((id, i) => [id, i]))
  graph.updateEachNodeAttributes(
    (id, attributes) => {
      const i = at.get(id)
      if (i === undefined || attributes['fixed'] === true) return attributes
      return { ...attributes, x: places[2 * i] ?? 0, y: places[2 * i + 1] ?? 0 }
    },
    { attributes: ['x', 'y'] }
  )
}
