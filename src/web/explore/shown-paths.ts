import type { GraphPath } from './explore-documents.js'
import type { Explore } from './use-explore.js'
import type { View } from './view-state.js'

/** The paths that were found; where a link brought one back, that one. */
export function shownPaths({ paths, view }: Explore): readonly GraphPath[] {
  if (paths !== null) return paths
  const linked = pathOf(view)
  return linked === null ? [] : [linked]
}

/** The path of the view with its edges, out of what is drawn. */
function pathOf({ path, nodes, edges }: View): GraphPath | null {
  if (path.length < 2) return null
  const steps = new Set(
    path.slice(1).flatMap((id, i) => [`${path[i] ?? ''}\n${id}`, `${id}\n${path[i] ?? ''}`])
  )
  return {
    length: path.length - 1,
    nodes: path.flatMap((id) => nodes.get(id) ?? []),
    edges: [...edges.values()].filter(({ from, to }) => steps.has(`${from}\n${to}`))
  }
}
