import { failedTrace, nodeKind, nodeKinds } from '../node-kinds.js'

/** The glyphs of all kinds of nodes in one square picture of 8 by 8 fields. */

export const fields = 8
const fieldSize = 64

const glyphs = [...new Set([...nodeKinds, failedTrace, nodeKind('')].map(({ glyph }) => glyph))]

/** The field of a glyph, counted by rows; the last is empty. */
export function fieldOf(glyph: string): number {
  const at = glyphs.indexOf(glyph)
  return at < 0 ? fields * fields - 1 : at
}

/** White glyphs upon nothing. */
export function drawAtlas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = fields * fieldSize
  canvas.height = fields * fieldSize
  const context = canvas.getContext('2d')
  if (context === null) return canvas
  context.fillStyle = '#ffffff'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.font = `700 ${String(fieldSize * 0.62)}px ui-monospace, 'DejaVu Sans Mono', monospace`
  glyphs.forEach((glyph, i) => {
    const x = (i % fields) + 0.5
    const y = Math.floor(i / fields) + 0.54
    context.fillText(glyph, x * fieldSize, y * fieldSize)
  })
  return canvas
}
