import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { floatingOver } from './floating.js'
import { dressOf, syncGraph, type Emphasis } from './graph-of-view.js'
import { holdNodes } from './hold-nodes.js'
import { keepFitted, type Fitting } from './keep-fitted.js'
import { drawLabels, type DrawnLabels, type LabelSource } from './label-layer.js'
import { createLayout, type Layout } from './layout.js'
import { onLookChange, readLook, wantsStillness, type Look } from './look.js'
import { coloursOf, hiddenOnMove, mostMoving, settingsOf } from './sigma-settings.js'
import { emptyView, type View } from './view-state.js'
import type { Camera, Place } from './view-link.js'

/** Nodes up to which the camera follows the layout step by step. */
const mostFollowed = 500

/** What people do on the canvas. */
export interface CanvasActs {
  readonly onNode: (id: string, more: boolean) => void
  readonly onNodeTwice: (id: string) => void
  readonly onGround: () => void
  /** A node was put somewhere by hand. */
  readonly onPlaced: (id: string) => void
  readonly onCamera: () => void
  readonly onLayout: (runs: boolean) => void
}

/** The drawn graph. */
export interface GraphView {
  readonly show: (view: View, emphasis: Emphasis) => void
  /** Puts nodes where a link says, and the camera with them; to be called before `show`. */
  readonly restore: (places: ReadonlyMap<string, Place>, camera: Camera | null) => void
  readonly placeOf: (id: string) => Place | undefined
  /** Where somebody chose to look; null where all is kept in sight. */
  readonly camera: () => Camera | null
  readonly zoom: (how: 'in' | 'out' | 'all') => void
  /** Brings a node into sight. */
  readonly bring: (id: string) => void
  readonly arrange: () => void
  readonly rest: () => void
  readonly sigma: Sigma
  readonly look: () => Look
  /** The titles that are drawn, and from what another Sigma would draw them. */
  readonly labels: () => DrawnLabels
  readonly labelSource: LabelSource
  readonly kill: () => void
}

/** Sigma in this element, with ForceAtlas2 beside it. */
export function createGraphView(element: HTMLElement, acts: CanvasActs): GraphView {
  const graph = new MultiDirectedGraph()
  let look = readLook()
  let places: ReadonlyMap<string, Place> = new Map()
  let restoring = false
  let last: { view: View; emphasis: Emphasis } = { view: emptyView, emphasis: nothing }
  let dress = dressOf(emptyView, { ...nothing, look })
  // Thousands of edges that all move tell nothing, and drawing them takes the time of everything else.
  const hasty = () => graph.size > mostMoving && layout.runs()
  const sigma = new Sigma(graph, element, {
    ...settingsOf(() => look),
    nodeReducer: (id, data) => sized({ ...data, ...dress.node(id) }, element),
    edgeReducer: (key, data) => ({ ...data, ...(hasty() ? unseen : dress.edge(key)) })
  })
  const { fitting, labels, labelSource } = furnished(sigma, element, {
    look: () => look,
    namedEdges: () => dress.namedEdges
  })
  const layout = followedLayout(sigma, fitting, {
    fixed: (id) => last.view.pinned.has(id),
    onChange: acts.onLayout
  })
  const show: GraphView['show'] = (view, emphasis) => {
    last = { view, emphasis }
    dress = dressOf(view, { ...emphasis, look })
    const changed = syncGraph(graph, view, { places })
    sigma.setSettings(hiddenOnMove(graph))
    // At once: what came must be known to Sigma before the layout moves it.
    sigma.refresh()
    fitting.follow()
    if (changed && !restoring) layout.start()
    if (changed) restoring = false
  }
  const restyled = () => {
    look = readLook()
    sigma.setSettings(coloursOf(look))
    show(last.view, last.emphasis)
  }
  const ends = [
    ...[onLookChange(restyled), labels.end, fitting.end],
    ...handled(sigma, { graph, element, acts, layout, fitting })
  ]
  return {
    ...cameraOf(sigma, fitting),
    show,
    restore: (told, to) => {
      places = told
      restoring = true
      if (to === null) return
      fitting.leave()
      sigma.getCamera().setState(to)
    },
    placeOf: (id) => placeOf(graph, id),
    ...{ arrange: layout.start, rest: layout.stop },
    ...{ sigma, look: () => look, labels: labels.drawn, labelSource },
    kill: () => {
      for (const end of ends) end()
      sigma.kill()
    }
  }
}

/** On a small canvas the discs are smaller too. */
function sized<T extends { size?: number }>(
  node: T,
  { clientWidth, clientHeight }: HTMLElement
): T {
  const share = Math.sqrt(Math.min(clientWidth, clientHeight * 1.4) / 680)
  return { ...node, size: (node.size ?? 6) * Math.max(0.7, Math.min(1, share)) }
}

/** What Sigma goes without: titles that leave each other alone, and a camera that shows all with them. */
function furnished(sigma: Sigma, element: HTMLElement, source: Omit<LabelSource, 'taken'>) {
  const floating = floatingOver(element)
  const labelSource: LabelSource = { ...source, taken: floating.boxes }
  const fitting = keepFitted(sigma, element, floating)
  return { fitting, labels: drawLabels(sigma, labelSource), labelSource }
}

/** A layout that the camera follows: at every step where nodes are few, else when they rest. */
function followedLayout(
  sigma: Sigma,
  fitting: Fitting,
  at: { readonly fixed: (id: string) => boolean; readonly onChange: (runs: boolean) => void }
): Layout {
  return createLayout(sigma.getGraph(), {
    still: wantsStillness,
    fixed: at.fixed,
    onPlaced: () => {
      if (sigma.getGraph().order <= mostFollowed) follow(sigma, fitting)
    },
    onChange: (runs) => {
      sigma.scheduleRefresh()
      if (!runs) follow(sigma, fitting)
      at.onChange(runs)
    }
  })
}

/** Puts the camera where all is in sight, once Sigma knows where the nodes are now. */
function follow(sigma: Sigma, fitting: Fitting): void {
  sigma.refresh()
  fitting.follow()
}

/** Sigma looks at the window only; panels beside it make its room smaller too. */
function onResize(element: HTMLElement, act: () => void): () => void {
  const observer = new ResizeObserver(act)
  observer.observe(element)
  return () => {
    observer.disconnect()
  }
}

/** Listens to whoever works on the canvas, and to its size; what ends that. */
function handled(
  sigma: Sigma,
  at: {
    graph: MultiDirectedGraph
    element: HTMLElement
    acts: CanvasActs
    layout: Layout
    fitting: Fitting
  }
): (() => void)[] {
  const { graph, element, acts, layout, fitting } = at
  listen(sigma, acts)
  return [
    onResize(element, () => {
      sigma.resize()
      fitting.follow()
      sigma.scheduleRender()
    }),
    holdNodes(sigma, graph, { onPlaced: acts.onPlaced, onHeld: layout.stop }),
    layout.stop
  ]
}

const unseen = { hidden: true } as const
const nothing: Emphasis = { open: null, cursor: null, shade: () => null }

function placeOf(graph: MultiDirectedGraph, id: string): Place | undefined {
  if (!graph.hasNode(id)) return undefined
  const { x, y } = graph.getNodeAttributes(id)
  return { x: Number(x), y: Number(y) }
}

function cameraOf(sigma: Sigma, fitting: Fitting): Pick<GraphView, 'camera' | 'zoom' | 'bring'> {
  const camera = sigma.getCamera()
  return {
    camera: () => (fitting.follows() ? null : camera.getState()),
    zoom: (how) => {
      if (how === 'all') {
        fitting.all()
        return
      }
      fitting.leave()
      const options = { duration: wantsStillness() ? 0 : 140 }
      if (how === 'in') void camera.animatedZoom(options)
      else void camera.animatedUnzoom(options)
    },
    bring: (id) => {
      bringIntoSight(sigma, id)
    }
  }
}

function listen(sigma: Sigma, acts: CanvasActs): void {
  sigma.on('clickNode', ({ node, event }) => {
    acts.onNode(node, event.original.shiftKey)
  })
  sigma.on('doubleClickNode', (event) => {
    event.preventSigmaDefault()
    acts.onNodeTwice(event.node)
  })
  sigma.on('clickStage', acts.onGround)
  sigma.getCamera().on('updated', acts.onCamera)
}

/** Moves the camera only when the node is not in sight already. */
function bringIntoSight(sigma: Sigma, id: string): void {
  const data = sigma.getNodeDisplayData(id)
  if (data === undefined) return
  const { width, height } = sigma.getDimensions()
  const at = sigma.framedGraphToViewport(data)
  const margin = 60
  if (at.x > margin && at.y > margin && at.x < width - margin && at.y < height - margin) return
  void sigma.getCamera().animate({ x: data.x, y: data.y }, { duration: wantsStillness() ? 0 : 140 })
}
