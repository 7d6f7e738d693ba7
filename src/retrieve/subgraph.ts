import type { Database } from '../graph/database.js'
import { briefNodes, edgesBetween } from './brief-nodes.js'
import { checkIds } from './explorer-limits.js'
import type { Neighborhood } from './neighborhood.js'
import { sightOf, type Sight } from './sight.js'

/** Nodes that a view may hold. */
export const mostNodes = 5_000
const mostEdges = 20_000

/**
 * These nodes, as far as they are in sight, and the edges between them. `truncated` says that there are more than 20,000 of those.
 * @throws CairnError BAD_INPUT for more than 5,000 ids
 */
export async function subgraph(
  db: Database,
  ids: readonly string[],
  sight: Sight | readonly string[]
): Promise<Neighborhood> {
  checkIds('ids', ids, mostNodes)
  const nodes = await briefNodes(db, ids, sight)
  const seen = nodes.map(({ id }) => id)
  const limit = mostEdges + 1
  const { spaces } = sightOf(sight)
  const edges = await edgesBetween(db, { ids: seen, among: seen }, { spaces, limit })
  return { nodes, edges: edges.slice(0, mostEdges), truncated: edges.length > mostEdges }
}
