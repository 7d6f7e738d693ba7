import type { Edge, GraphPath } from './explore-documents.js'

/** The edges of each step of a path, whichever way they point. */
export function stepsOf({ nodes, edges }: GraphPath): Edge[][] {
  return nodes.slice(1).map(({ id }, i) => {
    const before = nodes[i]?.id
    return edges.filter(
      ({ from, to }) => (from === before && to === id) || (to === before && from === id)
    )
  })
}
