import type { MultiDirectedGraph } from 'graphology'
import { EdgeArrowProgram, EdgeRectangleProgram } from 'sigma/rendering'
import { hoverDrawer } from './draw-hover.js'
import { createGlyphProgram } from './glyph-program.js'
import type { Look } from './look.js'

/** Edges that are drawn while they move, at most. */
export const mostMoving = 4_000

/** What many nodes and edges go without while they move. */
export function hiddenOnMove({ size, order }: MultiDirectedGraph) {
  return { hideEdgesOnMove: size > mostMoving, hideLabelsOnMove: order > 1_500 }
}

/** The settings that follow the theme. */
export function coloursOf({ text, muted }: Look) {
  return { labelColor: { color: text }, edgeLabelColor: { color: muted } }
}

/** How Sigma draws. `look` is asked at every frame: the theme may change. */
export function settingsOf(look: () => Look) {
  const font = getComputedStyle(document.documentElement).getPropertyValue('--sans')
  return {
    allowInvalidContainer: true,
    defaultNodeType: 'glyph',
    nodeProgramClasses: { glyph: createGlyphProgram(look) },
    edgeProgramClasses: { arrow: EdgeArrowProgram, line: EdgeRectangleProgram },
    // Titles are placed so that they leave each other alone: label-layer.ts.
    renderLabels: false,
    renderEdgeLabels: false,
    defaultDrawNodeHover: hoverDrawer(look),
    labelFont: font,
    labelSize: 12,
    edgeLabelFont: font,
    edgeLabelSize: 11,
    ...coloursOf(look()),
    stagePadding: 48,
    minCameraRatio: 0.02,
    maxCameraRatio: 6,
    enableCameraRotation: false,
    zIndex: true
  }
}
