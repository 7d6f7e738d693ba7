import type Graph from 'graphology'
import type Sigma from 'sigma'

/** Lets nodes be dragged, with the mouse and with a finger; a node that was moved is told of. */
export function holdNodes(
  sigma: Sigma,
  graph: Graph,
  options: { readonly onPlaced: (id: string) => void; readonly onHeld: () => void }
): () => void {
  let held: string | null = null
  let moved = false
  const down = ({ node }: { node: string }) => {
    held = node
    moved = false
    // The frame would follow the node that is dragged out of it.
    if (sigma.getCustomBBox() === null) sigma.setCustomBBox(sigma.getBBox())
  }
  const move = ({
    event
  }: {
    event: { x: number; y: number; preventSigmaDefault(): void; original: Event }
  }) => {
    if (held === null) return
    if (!moved) options.onHeld()
    moved = true
    const { x, y } = sigma.viewportToGraph(event)
    graph.mergeNodeAttributes(held, { x, y })
    event.preventSigmaDefault()
    event.original.preventDefault()
    event.original.stopPropagation()
  }
  const up = () => {
    if (held !== null && moved) options.onPlaced(held)
    held = null
    sigma.setCustomBBox(null)
  }
  sigma.on('downNode', down)
  sigma.on('moveBody', move)
  sigma.on('upNode', up)
  sigma.on('upStage', up)
  return () => {
    sigma.off('downNode', down)
    sigma.off('moveBody', move)
    sigma.off('upNode', up)
    sigma.off('upStage', up)
  }
}
