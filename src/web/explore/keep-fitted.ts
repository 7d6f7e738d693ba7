import type Sigma from 'sigma'
import { fitCamera, type Extent } from './fit-camera.js'
import type { Floating } from './floating.js'
import { wantsStillness } from './look.js'

/** Nodes up to which titles are counted, and the camera follows while the layout runs. */
const few = 400
/** Half of the width that a title takes at most. */
const halfTitle = 84

export interface Fitting {
  /** Shows all, and keeps all in sight from now on. */
  readonly all: () => void
  /** Follows what changed, unless somebody has chosen where to look. */
  readonly follow: () => void
  /** Somebody chose where to look. */
  readonly leave: () => void
  readonly follows: () => boolean
  readonly end: () => void
}

/** Keeps all nodes in sight until somebody moves the camera. */
export function keepFitted(sigma: Sigma, element: HTMLElement, floating: Floating): Fitting {
  let follows = true
  const leave = () => {
    follows = false
  }
  const moves = (event: PointerEvent) => {
    if (event.buttons > 0) leave()
  }
  const listened = [
    ['wheel', leave],
    ['dblclick', leave],
    ['touchmove', leave],
    ['pointermove', moves as EventListener]
  ] as const
  for (const [name, act] of listened) element.addEventListener(name, act, { passive: true })
  return {
    all: () => {
      follows = true
      show(sigma, floating, wantsStillness() ? 0 : 140)
    },
    follow: () => {
      if (follows) show(sigma, floating, 0)
    },
    leave,
    follows: () => follows,
    end: () => {
      for (const [name, act] of listened) element.removeEventListener(name, act)
    }
  }
}

function show(sigma: Sigma, floating: Floating, duration: number): void {
  const { width, height } = sigma.getDimensions()
  const to = fitCamera(extents(sigma), {
    ...{ width, height, insets: floating.insets() },
    unit: unitOf(sigma)
  })
  const camera = sigma.getCamera()
  const state = { angle: 0, ...(to ?? { x: 0.5, y: 0.5, ratio: 1 }) }
  if (duration === 0) camera.setState(state)
  else void camera.animate(state, { duration })
}

/** Pixels that the unit of the frame takes at the ratio 1. */
function unitOf(sigma: Sigma): number {
  const cameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 }
  const at = (x: number) => sigma.framedGraphToViewport({ x, y: 0.5 }, { cameraState }).x
  return at(1) - at(0)
}

function extents(sigma: Sigma): Extent[] {
  const graph = sigma.getGraph()
  const titled = graph.order <= few
  const found: Extent[] = []
  graph.forEachNode((id) => {
    const data = sigma.getNodeDisplayData(id)
    if (data === undefined || data.hidden) return
    const { x, y, label } = data
    const size = data.size * 1.3
    const title = titled && label != null ? Math.min(halfTitle, label.length * 3.4) : 0
    found.push({
      ...{ x, y, wide: Math.max(size, title) },
      above: size + 4,
      below: size + (title > 0 ? 22 : 4)
    })
  })
  return found
}
