import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering'
import type { Look } from './look.js'

/** The label beside its node, with a rim in the colour of the ground so that edges do not strike it through. */
export function labelDrawer(look: () => Look): NodeLabelDrawingFunction {
  return (context, data, settings) => {
    if (data.label === null || data.label === '') return
    const { ground, text } = look()
    context.font = `${settings.labelWeight} ${String(settings.labelSize)}px ${settings.labelFont}`
    const x = data.x + data.size + 4
    const y = data.y + settings.labelSize / 3
    context.lineWidth = 3
    context.lineJoin = 'round'
    context.strokeStyle = ground
    context.strokeText(data.label, x, y)
    context.fillStyle = text
    context.fillText(data.label, x, y)
  }
}

/** The node under the pointer: its whole title in a box. */
export function hoverDrawer(look: () => Look): NodeHoverDrawingFunction {
  return (context, data, settings) => {
    const { surface, line, text, accent } = look()
    const label = data.label ?? ''
    context.font = `${settings.labelWeight} ${String(settings.labelSize)}px ${settings.labelFont}`
    const width = context.measureText(label).width
    const height = settings.labelSize + 10
    context.beginPath()
    context.roundRect(data.x + data.size + 2, data.y - height / 2, width + 14, height, 4)
    context.fillStyle = surface
    context.strokeStyle = line
    context.lineWidth = 1
    context.fill()
    context.stroke()
    context.fillStyle = text
    context.fillText(label, data.x + data.size + 9, data.y + settings.labelSize / 3)
    context.beginPath()
    context.arc(data.x, data.y, data.size + 2, 0, 2 * Math.PI)
    context.strokeStyle = accent
    context.lineWidth = 2
    context.stroke()
  }
}
