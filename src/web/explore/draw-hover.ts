import type { NodeHoverDrawingFunction } from 'sigma/rendering'
import type { Look } from './look.js'

/** The node under the pointer: its whole title in a box. */
export function hoverDrawer(look: () => Look): NodeHoverDrawingFunction {
  return (context, data, settings) => {
    const { surface, line, text, accent } = look()
    const label = data.label ?? ''
    context.font = `${settings.labelWeight} ${String(settings.labelSize)}px ${settings.labelFont}`
    const width = context.measureText(label).width
    const height = settings.labelSize + 10
    // Beside its node, on the side where there is room.
    const right = data.x + data.size + 2
    const fits = right + width + 14 < context.canvas.clientWidth
    const left = fits ? right : Math.max(2, data.x - data.size - width - 16)
    context.textBaseline = 'alphabetic'
    context.beginPath()
    context.roundRect(left, data.y - height / 2, width + 14, height, 4)
    context.fillStyle = surface
    context.strokeStyle = line
    context.lineWidth = 1
    context.fill()
    context.stroke()
    context.fillStyle = text
    context.fillText(label, left + 7, data.y + settings.labelSize / 3)
    context.beginPath()
    context.arc(data.x, data.y, data.size + 2, 0, 2 * Math.PI)
    context.strokeStyle = accent
    context.lineWidth = 2
    context.stroke()
  }
}
