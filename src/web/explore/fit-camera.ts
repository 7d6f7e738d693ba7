import type { Camera } from './view-link.js'

/** A node as the fit counts it: where it is in the frame of the graph, and the pixels that it and its title take around. */
export interface Extent {
  readonly x: number
  readonly y: number
  /** To the left and to the right, in pixels, whatever the zoom. */
  readonly wide: number
  readonly above: number
  readonly below: number
}

/** Pixels at each edge that what floats over the canvas takes. */
export interface Insets {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Stage {
  readonly width: number
  readonly height: number
  readonly insets: Insets
  /** Pixels that the frame's unit takes where the camera's ratio is 1. */
  readonly unit: number
}

/**
 * The camera that shows all nodes with their titles, as large as there is room between what floats over the canvas; few
 * nodes are not drawn apart over the whole of it. Null where there is nothing to fit.
 */
export function fitCamera(nodes: readonly Extent[], stage: Stage): Camera | null {
  if (nodes.length < 2 || stage.unit <= 0) return null
  const { insets } = stage
  const room = {
    wide: Math.max(40, stage.width - insets.left - insets.right),
    high: Math.max(40, stage.height - insets.top - insets.bottom)
  }
  const across = nodes.map(({ x, wide }) => ({ at: x, before: wide, after: wide }))
  // The frame counts upwards, the screen down.
  const upward = nodes.map(({ y, above, below }) => ({ at: y, before: below, after: above }))
  const scale = Math.min(largest(across, room.wide), largest(upward, room.high), mostFor(nodes))
  return {
    x: middleOf(across, scale) + (insets.right - insets.left) / 2 / scale,
    y: middleOf(upward, scale) - (insets.bottom - insets.top) / 2 / scale,
    ratio: stage.unit / scale
  }
}

interface Reach {
  readonly at: number
  readonly before: number
  readonly after: number
}

/** From where to where nodes reach at a scale of so many pixels a unit. */
function endsOf(reach: readonly Reach[], scale: number): readonly [number, number] {
  let [from, to] = [Infinity, -Infinity]
  for (const { at, before, after } of reach) {
    from = Math.min(from, at * scale - before)
    to = Math.max(to, at * scale + after)
  }
  return [from, to]
}

function middleOf(reach: readonly Reach[], scale: number): number {
  const [from, to] = endsOf(reach, scale)
  return (from + to) / 2 / scale
}

const farthest = 20_000

/** The largest scale at which they take no more than this room. */
function largest(reach: readonly Reach[], room: number): number {
  let [low, high] = [1, farthest]
  for (let i = 0; i < 40; i += 1) {
    const scale = (low + high) / 2
    const [from, to] = endsOf(reach, scale)
    if (to - from <= room) low = scale
    else high = scale
  }
  return low
}

/** A few nodes stay together: about so many pixels for each. */
function mostFor(nodes: readonly Extent[]): number {
  const span = (of: (node: Extent) => number) => {
    const values = nodes.map(of)
    return (
      values.reduce((a, b) => Math.max(a, b), -Infinity) -
      values.reduce((a, b) => Math.min(a, b), Infinity)
    )
  }
  const size = Math.max(
    span(({ x }) => x),
    span(({ y }) => y)
  )
  return size <= 0 ? farthest : (120 + 170 * Math.sqrt(nodes.length)) / size
}
