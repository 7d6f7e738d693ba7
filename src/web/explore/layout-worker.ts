import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'
import iterate from 'graphology-layout-forceatlas2/iterate.js'

/** What the worker is sent: matrices as ForceAtlas2 keeps them, ten numbers a node and three an edge. */
export interface LayoutTask {
  readonly settings: ForceAtlas2Settings
  readonly nodes: Float32Array<ArrayBuffer>
  readonly edges: Float32Array<ArrayBuffer>
  /** Iterations at most. */
  readonly most: number
}

/** What it sends back: x and y of each node, and whether they rest. */
export interface LayoutNews {
  readonly places: Float32Array<ArrayBuffer>
  readonly rests: boolean
}

const numbersANode = 10
/** Milliseconds between two news: often enough to look smooth, seldom enough to leave the page its time. */
function newsEvery(nodes: number): number {
  return nodes > 1_500 ? 200 : 48
}

/** The layout rests when nodes move by less than this share of its size in an iteration. */
const restsBelow = 0.0006

function placesOf(nodes: Float32Array): Float32Array<ArrayBuffer> {
  const places = new Float32Array((nodes.length / numbersANode) * 2)
  for (let i = 0; i * numbersANode < nodes.length; i += 1) {
    places[2 * i] = nodes[i * numbersANode] ?? 0
    places[2 * i + 1] = nodes[i * numbersANode + 1] ?? 0
  }
  return places
}

/** The mean way of a node between two states, as a share of the extent. */
function moved(before: Float32Array, now: Float32Array): number {
  let way = 0
  let extent = 1e-9
  for (let i = 0; i < now.length; i += 2) {
    const [x = 0, y = 0] = [now[i], now[i + 1]]
    way += Math.hypot(x - (before[i] ?? 0), y - (before[i + 1] ?? 0))
    extent = Math.max(extent, Math.abs(x), Math.abs(y))
  }
  return way / Math.max(1, now.length / 2) / (2 * extent)
}

function tell(news: LayoutNews): void {
  self.postMessage(news, { transfer: [news.places.buffer] })
}

/** Works until the nodes rest; a new task means a new worker. */
self.onmessage = ({ data }: MessageEvent<LayoutTask>) => {
  const { settings, nodes, edges, most } = data
  let last = placesOf(nodes)
  let toldAt = performance.now()
  let since = 0
  for (let i = 1; i <= most; i += 1) {
    iterate(settings, nodes, edges)
    since += 1
    if (performance.now() - toldAt < newsEvery(last.length / 2) && i < most) continue
    const places = placesOf(nodes)
    const rests = i >= most || (i > 30 && moved(last, places) / since < restsBelow)
    last = places.slice()
    tell({ places, rests })
    if (rests) return
    toldAt = performance.now()
    since = 0
  }
}
