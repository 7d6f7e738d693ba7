import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { epochsOfNumber, neighbors } from '../graph/queries.js'
import { briefNodes, edgeKey, type Edge, type NodeBrief } from './brief-nodes.js'
import { checkEdgeType, checkLabel, checkOutcome, checkWhole, timeOf } from './explorer-limits.js'
import { requireNode } from './open-node.js'
import { sightOf, type Sight } from './sight.js'

/** What the nodes around the first may be; what is left out or empty lets everything by. */
export interface NeighborhoodFilter {
  readonly labels?: readonly string[]
  /** Keys of libraries. */
  readonly libraries?: readonly string[]
  /** Of attempts only those that ended so: passed or failed. */
  readonly outcome?: string | null | undefined
  /** ISO 8601; about what has a time. */
  readonly since?: string | null | undefined
  readonly until?: string | null | undefined
  /** Of insights only those in force in the epoch of this number. */
  readonly epoch?: number | null | undefined
}

export interface NeighborhoodQuestion extends NeighborhoodFilter {
  readonly id: string
  /** Edge types to follow; empty: all. */
  readonly types: readonly string[]
  /** Steps from the node, 1 to 3. */
  readonly depth: number
  /** Nodes at most, the first one included, 1 to 500. */
  readonly nodes: number
  /** Edges at most, 1 to 2,000. */
  readonly edges: number
}

export interface Neighborhood {
  readonly nodes: readonly NodeBrief[]
  readonly edges: readonly Edge[]
  /** Whether the limits left something out. */
  readonly truncated: boolean
}

/**
 * The surroundings of a node, breadth first, in a fixed order, within limits; only what is in sight from these spaces.
 * @throws CairnError BAD_INPUT for limits out of range and filters that name nothing, NOT_FOUND
 */
export async function neighborhood(
  db: Database,
  question: NeighborhoodQuestion,
  sight: Sight | readonly string[]
): Promise<Neighborhood> {
  const filter = checked(question)
  const seen = sightOf(sight)
  const start = await requireNode(db, question.id, seen)
  await requireEpoch(db, filter.epoch, seen.spaces)
  const found = createFound(start, question)
  let frontier = [start]
  for (let depth = 1; depth <= question.depth && frontier.length > 0; depth += 1) {
    const perNode = question.nodes + 1
    const { types } = question
    const rows = await db.run(neighbors, {
      ...filter,
      ids: frontier,
      types,
      ...seen,
      perNode
    })
    frontier = []
    for (const { id, ...edge } of rows) {
      if (found.node(id, depth)) frontier.push(id)
      if (found.depths.has(id)) found.edge(edge)
    }
  }
  const briefs = await briefNodes(db, [...found.depths.keys()], seen)
  const nodes = briefs.map((brief) => ({ ...brief, depth: found.depths.get(brief.id) ?? 0 }))
  return { nodes, edges: found.edges(), truncated: found.truncated() }
}

/** What was met, within the limits. */
function createFound(start: string, limits: { nodes: number; edges: number }) {
  const depths = new Map([[start, 0]])
  const edges = new Map<string, Edge>()
  let truncated = false
  return {
    depths,
    /** Whether the node is new and fits. */
    node: (id: string, depth: number) => {
      if (depths.has(id)) return false
      if (depths.size >= limits.nodes) {
        truncated = true
        return false
      }
      depths.set(id, depth)
      return true
    },
    edge: (edge: Edge) => {
      const key = edgeKey(edge)
      if (edges.has(key)) return
      if (edges.size < limits.edges) edges.set(key, edge)
      else truncated = true
    },
    edges: () => [...edges.values()],
    truncated: () => truncated
  }
}

/** The filter as the query takes it. @throws CairnError BAD_INPUT */
function checked(question: NeighborhoodQuestion) {
  checkWhole('depth', question.depth, [1, 3])
  checkWhole('nodes', question.nodes, [1, 500])
  checkWhole('edges', question.edges, [1, 2_000])
  const { labels = [], libraries = [], epoch, since, until } = question
  for (const type of question.types) checkEdgeType('types', type)
  for (const label of labels) checkLabel('labels', label)
  if (epoch != null) checkWhole('epoch', epoch, [1, 1_000_000])
  return {
    labels,
    libraries,
    outcome: checkOutcome(question.outcome),
    since: since == null ? '' : timeOf('since', since),
    until: until == null ? '' : timeOf('until', until),
    epoch: epoch ?? 0
  }
}

async function requireEpoch(db: Database, epoch: number, spaces: readonly string[]): Promise<void> {
  if (epoch === 0 || (await db.run(epochsOfNumber, { number: epoch, spaces })).length > 0) return
  throw new CairnError('NOT_FOUND', `There is no epoch ${epoch} here. \`epochs\` lists them.`, {
    details: { field: 'epoch', value: epoch, expected: 'the number of an epoch' }
  })
}
