import type { Insets } from './fit-camera.js'
import type { Box } from './place-labels.js'

/** Milliseconds for which what was measured holds: measuring at each frame would cost the frame. */
const holds = 250
const gap = 8

export interface Floating {
  /** What floats over the canvas, in its pixels. */
  readonly boxes: () => readonly Box[]
  /** How much of each edge that takes. */
  readonly insets: () => Insets
}

/** What floats over the canvas: every element of the page that says so by `data-floats`. */
export function floatingOver(canvas: HTMLElement): Floating {
  let known: readonly Box[] = []
  let until = 0
  const boxes = () => {
    const now = performance.now()
    if (now > until) {
      known = measured(canvas)
      until = now + holds
    }
    return known
  }
  return { boxes, insets: () => insetsOf(measured(canvas), canvas) }
}

function measured(canvas: HTMLElement): Box[] {
  const ground = canvas.getBoundingClientRect()
  const page = canvas.closest('.explore') ?? document
  return [...page.querySelectorAll('[data-floats]')].flatMap((element) => {
    const box = element.getBoundingClientRect()
    const left = Math.max(0, box.left - ground.left)
    const top = Math.max(0, box.top - ground.top)
    const right = Math.min(ground.width, box.right - ground.left)
    const bottom = Math.min(ground.height, box.bottom - ground.top)
    return right > left && bottom > top ? [{ left, top, right, bottom }] : []
  })
}

/** What stands along a side takes that side, what lies at the top or bottom takes that. */
function insetsOf(boxes: readonly Box[], canvas: HTMLElement): Insets {
  const { clientWidth: width, clientHeight: height } = canvas
  const insets = { left: 10, top: 10, right: 10, bottom: 10 }
  for (const { left, top, right, bottom } of boxes) {
    const tall = bottom - top > height / 2 && right - left < width / 2
    if (tall && left < width - right) insets.left = Math.max(insets.left, right + gap)
    else if (tall) insets.right = Math.max(insets.right, width - left + gap)
    else if (top < height - bottom) insets.top = Math.max(insets.top, bottom + gap)
    else insets.bottom = Math.max(insets.bottom, height - top + gap)
  }
  return insets
}
