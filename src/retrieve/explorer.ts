import { edgeCounts, nodeCounts } from '../graph/counts.js'
import type { Database } from '../graph/database.js'
import { concerning, type ConcerningQuestion } from './concerning.js'
import { expand, type ExpandQuestion, type Expansion } from './expand.js'
import { neighborhood, type Neighborhood, type NeighborhoodQuestion } from './neighborhood.js'
import { nodeHistory, type HistoryEntry } from './node-history.js'
import { openNode, openNodes, type OpenedNode } from './open-node.js'
import type { PathQuestion } from './path-search.js'
import { shortestPaths, type GraphPath } from './shortest-paths.js'
import { spaceMap, type SpaceMap } from './space-map.js'
import { subgraph } from './subgraph.js'

/** The graph as one sees it who may see these spaces: what is in others does not exist, in nodes, edges, counts and paths. */
export interface Explorer {
  open(id: string): Promise<OpenedNode>
  /** Those of these nodes that are in sight, by their whole ids. */
  openAll(ids: readonly string[]): Promise<OpenedNode[]>
  neighborhood(question: NeighborhoodQuestion): Promise<Neighborhood>
  /** Neighbours along edges of one type and direction, at most 50 at a time. */
  expand(question: ExpandQuestion): Promise<Expansion>
  /** What has to do with an API or a library: attempts, errors, problems, field notes or insights, at most 50. */
  concerning(question: ConcerningQuestion): Promise<Neighborhood>
  /** The shortest ways between two nodes; none is an empty list. */
  paths(question: PathQuestion): Promise<GraphPath[]>
  /** Nodes by their ids, at most 5,000, and the edges between them; what is not in sight is left out. */
  subgraph(ids: readonly string[]): Promise<Neighborhood>
  /** The main libraries, problems and insights, and how they belong together. */
  spaceMap(): Promise<SpaceMap>
  /** What happened to a node, the newest first. */
  history(id: string): Promise<HistoryEntry[]>
  /** How many nodes of each label there are; looks at all of them. */
  nodeCounts(): Promise<Record<string, number>>
  edgeCounts(): Promise<Record<string, number>>
}

export function createExplorer(
  { db }: { readonly db: Database },
  spaces: readonly string[],
  /** Those of them in which insights that nobody approved are shown too. */
  drafts: readonly string[] = spaces
): Explorer {
  return {
    open: (id) => openNode(db, id, { spaces, drafts }),
    openAll: (ids) => openNodes(db, ids, { spaces, drafts }),
    neighborhood: (question) => neighborhood(db, question, { spaces, drafts }),
    expand: (question) => expand(db, question, spaces),
    concerning: (question) => concerning(db, question, { spaces, drafts }),
    paths: (question) => shortestPaths(db, question, { spaces }),
    subgraph: (ids) => subgraph(db, ids, spaces),
    spaceMap: () => spaceMap(db, { spaces, drafts }),
    history: (id) => nodeHistory(db, id, spaces),
    nodeCounts: () => nodeCounts(db, spaces),
    edgeCounts: () => edgeCounts(db, spaces)
  }
}
