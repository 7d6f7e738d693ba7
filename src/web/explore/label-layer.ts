import type Sigma from 'sigma'
import type { Look } from './look.js'
import {
  createBoxes,
  discOf,
  placeLabels,
  type Box,
  type PlacedLabel,
  type Titled
} from './place-labels.js'

/** What the titles are drawn from. */
export interface LabelSource {
  readonly look: () => Look
  /** Keys of the edges whose words are written on them. */
  readonly namedEdges: () => readonly string[]
  /** What floats over the canvas, where no title is to be. */
  readonly taken: () => readonly Box[]
}

/** Titles and words of edges as they are drawn now. */
export interface DrawnLabels {
  readonly nodes: readonly PlacedLabel[]
  readonly edges: readonly PlacedLabel[]
}

/** Discs that are smaller have no title, in pixels of their radius. */
const leastTitled = 6.5
/** Titles at a time, at most: more are not read. */
const mostTitles = 160
/** Edges that say the same beside each other say it so many times. */
const mostAlike = 3
const margin = 6

/** Draws the titles after each frame, on the layer that Sigma would draw them on. @returns what is drawn, and what ends it */
export function drawLabels(
  sigma: Sigma,
  source: LabelSource
): { readonly drawn: () => DrawnLabels; readonly end: () => void } {
  const widths = new Map<string, number>()
  let drawn: DrawnLabels = { nodes: [], edges: [] }
  const draw = () => {
    const context = sigma.getCanvases()['labels']?.getContext('2d')
    if (context == null || isHasty(sigma)) return
    const nodes = titlesOf(sigma, measuring(context, fontOf(sigma), widths))
    const { width, height } = sigma.getDimensions()
    const bounds = { left: margin, top: margin, right: width - margin, bottom: height - margin }
    const placed = placeLabels(nodes, { bounds, taken: source.taken() })
    const measure = measuring(context, edgeFontOf(sigma), widths)
    const edges = edgeLabels(sigma, { keys: source.namedEdges(), measure, bounds })
    drawn = {
      nodes: placed,
      edges: withoutCollisions(edges, [...placed.map(({ box }) => box), ...nodes.map(discOf)])
    }
    write(context, { drawn, look: source.look(), fonts: [fontOf(sigma), edgeFontOf(sigma)] })
  }
  sigma.on('afterRender', draw)
  return { drawn: () => drawn, end: () => sigma.off('afterRender', draw) }
}

/** Very many titles would take the time of everything else while the canvas moves. */
function isHasty(sigma: Sigma): boolean {
  if (!sigma.getSetting('hideLabelsOnMove')) return false
  const { isMoving, draggedEvents, currentWheelDirection } = sigma.getMouseCaptor()
  const moves = isMoving || draggedEvents > 0 || currentWheelDirection !== 0
  return moves || sigma.getCamera().isAnimated()
}

function fontOf(sigma: Sigma): string {
  return `${String(sigma.getSetting('labelSize'))}px ${sigma.getSetting('labelFont')}`
}

function edgeFontOf(sigma: Sigma): string {
  return `${String(sigma.getSetting('edgeLabelSize'))}px ${sigma.getSetting('edgeLabelFont')}`
}

type Measure = (text: string) => number

function measuring(
  context: CanvasRenderingContext2D,
  font: string,
  known: Map<string, number>
): Measure {
  return (text) => {
    const key = `${font}\n${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    context.font = font
    const width = context.measureText(text).width
    known.set(key, width)
    return width
  }
}

/** The discs in sight that are large enough for a title, or whose title is asked for. */
function titlesOf(sigma: Sigma, measure: Measure): Titled[] {
  const { width, height } = sigma.getDimensions()
  const found: Titled[] = []
  sigma.getGraph().forEachNode((id) => {
    const data = sigma.getNodeDisplayData(id)
    if (data === undefined || data.hidden) return
    const size = sigma.scaleSize(data.size)
    if (size < leastTitled && !data.forceLabel) return
    const { x, y } = sigma.framedGraphToViewport(data)
    if (x < 0 || y < 0 || x > width || y > height) return
    const forms = formsOf(data.label ?? '').map((text) => ({ text, width: measure(text) }))
    found.push({ id, x, y, size, forms, worth: size + 100 * data.zIndex, must: data.forceLabel })
  })
  if (found.length <= mostTitles) return found
  found.sort((a, b) => Number(b.must) - Number(a.must) || b.worth - a.worth)
  // Those without a title are in the way of titles all the same.
  return found.map((one, i) => (i < mostTitles ? one : { ...one, forms: [] }))
}

function formsOf(label: string): string[] {
  if (label === '') return []
  return [label, ...[26, 14].flatMap((most) => (label.length > most ? [cut(label, most)] : []))]
}

/** Names are told apart by their ends, sentences by their beginnings. */
function cut(label: string, most: number): string {
  if (label.includes(' ')) return `${label.slice(0, most - 1).trimEnd()}…`
  return `…${label.slice(-(most - 1))}`
}

/** For each named edge the places where its words may stand, the middle first. */
function edgeLabels(
  sigma: Sigma,
  at: { readonly keys: readonly string[]; readonly measure: Measure; readonly bounds: Box }
): PlacedLabel[][] {
  const graph = sigma.getGraph()
  return at.keys.flatMap((key) => {
    const label = sigma.getEdgeDisplayData(key)?.label ?? ''
    if (!graph.hasEdge(key) || label === '') return []
    const [from, to] = graph
      .extremities(key)
      .map((id) => sigma.getNodeDisplayData(id))
      .map((data) => (data === undefined || data.hidden ? null : sigma.framedGraphToViewport(data)))
    if (from == null || to == null) return []
    const width = at.measure(label)
    const places = [0.5, 0.4, 0.6, 0.32, 0.68].map((share) => {
      const x = from.x + (to.x - from.x) * share - width / 2
      const y = from.y + (to.y - from.y) * share
      const box = { left: x - 3, top: y - 8, right: x + width + 3, bottom: y + 8 }
      return { id: key, text: label, x, y, box }
    })
    const inside = places.filter(
      ({ x, y }) =>
        x > at.bounds.left && x + width < at.bounds.right && y > 10 && y < at.bounds.bottom
    )
    return [inside]
  })
}

/** The words that find a place where nothing else is written, the same ones a few times only. */
function withoutCollisions(
  edges: readonly (readonly PlacedLabel[])[],
  taken: readonly Box[]
): PlacedLabel[] {
  const occupied = createBoxes()
  for (const box of taken) occupied.add(box, null)
  const said = new Map<string, number>()
  return edges.flatMap((places) => {
    const free = places.find(({ box }) => occupied.covered(box) === 0)
    const times = said.get(free?.text ?? '') ?? 0
    if (free === undefined || times >= mostAlike) return []
    said.set(free.text, times + 1)
    occupied.add(free.box, null)
    return [free]
  })
}

/** Text with a rim in the colour of the ground, so that edges do not strike it through. */
function write(
  context: CanvasRenderingContext2D,
  at: { drawn: DrawnLabels; look: Look; fonts: readonly [string, string] }
): void {
  const { ground, text, muted } = at.look
  context.lineJoin = 'round'
  context.textBaseline = 'middle'
  context.strokeStyle = ground
  const all = [
    { labels: at.drawn.edges, font: at.fonts[1], colour: muted },
    { labels: at.drawn.nodes, font: at.fonts[0], colour: text }
  ]
  for (const { labels, font, colour } of all) {
    context.font = font
    context.lineWidth = 4
    context.fillStyle = colour
    for (const label of labels) {
      context.strokeText(label.text, label.x, label.y)
      context.fillText(label.text, label.x, label.y)
    }
  }
}
