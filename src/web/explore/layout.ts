import type Graph from 'graphology'
import defaults from 'graphology-layout-forceatlas2/defaults.js'
import helpers from 'graphology-layout-forceatlas2/helpers.js'
import type { Place } from './view-link.js'
import type { LayoutNews, LayoutTask } from './layout-worker.js'

/** As ForceAtlas2 lays its matrix out: ten numbers a node, the last says that it is fixed. */
const numbersANode = 10
const sizeAt = 8
const fixedAt = 9
/** Room that a node takes in the layout's own measure, so that discs do not cover each other. */
const room = 9

export interface Layout {
  /** Moves the nodes until they rest; from where they are. */
  readonly start: () => void
  readonly stop: () => void
  readonly runs: () => boolean
}

export interface LayoutOptions {
  /** Show nothing before the nodes rest. */
  readonly still: () => boolean
  /** Whether a node stays where it is. */
  readonly fixed: (id: string) => boolean
  /** Nodes were moved. */
  readonly onPlaced: () => void
  readonly onChange: (runs: boolean) => void
}

/** Iterations at most: a larger graph takes more time for each. */
function mostIterations(nodes: number): number {
  return nodes > 2_000 ? 300 : 600
}

/** ForceAtlas2 in a worker of its own. */
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
        place(graph, options.fixed, placesFor(order, data.places))
        options.onPlaced()
      }
      if (data.rests) stop()
    }
    const { nodes, edges } = helpers.graphToByteArrays(graph, () => 1)
    order.forEach((id, i) => {
      nodes[numbersANode * i + sizeAt] = room
      nodes[numbersANode * i + fixedAt] = options.fixed(id) ? 1 : 0
    })
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
  const many = nodes > 1_000
  return {
    ...defaults,
    // Anti-collision cannot be had together with the Barnes-Hut approximation, which many nodes need.
    adjustSizes: !many,
    barnesHutOptimize: many,
    barnesHutTheta: 0.8,
    // What is joined to nothing else stays near: the pull grows with the distance.
    strongGravityMode: !many,
    gravity: many ? 0.3 : 0.45,
    scalingRatio: many ? 8 : 20,
    slowDown: 1 + Math.log(nodes)
  }
}

function placesFor(order: readonly string[], places: Float32Array): Map<string, Place> {
  return new Map(order.map((id, i) => [id, { x: places[2 * i] ?? 0, y: places[2 * i + 1] ?? 0 }]))
}

/** Nodes that came while the worker worked are left alone; those held by hand too. */
function place(
  graph: Graph,
  fixed: (id: string) => boolean,
  places: ReadonlyMap<string, Place>
): void {
  graph.updateEachNodeAttributes(
    (id, attributes) => {
      const to = places.get(id)
      return to === undefined || fixed(id) ? attributes : { ...attributes, ...to }
    },
    { attributes: ['x', 'y'] }
  )
}
