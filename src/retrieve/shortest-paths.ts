import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { beyond } from '../graph/queries.js'
import { briefNodes, edgesBetween, type Edge, type NodeBrief } from './brief-nodes.js'
import { checkWhole } from './explorer-limits.js'
import { requireNode } from './open-node.js'
import { searchPaths, type PathQuestion } from './path-search.js'

export interface GraphPath {
  /** Edges. */
  readonly length: number
  /** From the first to the last. */
  readonly nodes: readonly NodeBrief[]
  /** Every edge between neighbours on it. */
  readonly edges: readonly Edge[]
}

export interface PathOptions {
  /** Milliseconds after which no further ring is fetched; 5,000 unless told. */
  readonly withinMs?: number
}

/** Nodes of a ring beyond which a search stops: fetching their neighbours takes seconds. */
const widestRing = 30_000
const mostEdges = 500

/**
 * The shortest ways between two nodes, then those up to two edges longer, through nodes in sight only and through none that
 * only keeps books; none is an empty list.
 * @throws CairnError BAD_INPUT, NOT_FOUND for an end that is not in sight, TOO_LARGE where time was over before the ends met
 */
export async function shortestPaths(
  db: Database,
  question: PathQuestion,
  at: { readonly spaces: readonly string[] } & PathOptions
): Promise<GraphPath[]> {
  checkWhole('most', question.most, [1, 20])
  checkWhole('longest', question.longest, [1, 8])
  const { spaces } = at
  const [from, to] = await Promise.all([
    requireNode(db, question.from, spaces),
    requireNode(db, question.to, spaces)
  ])
  const end = performance.now() + (at.withinMs ?? 5_000)
  const over = () => performance.now() > end
  const found = await searchPaths(
    async (ids) =>
      new Map(
        (await db.run(beyond, { ids, spaces, ends: [from, to] })).map((row) => [row.id, row.next])
      ),
    { ...question, from, to },
    { ring: widestRing, beyondShortest: 2, over }
  )
  if (!found.complete && found.paths.length === 0) throw tooFar(question)
  return drawn(db, found.paths, spaces)
}

async function drawn(
  db: Database,
  found: readonly (readonly string[])[],
  spaces: readonly string[]
): Promise<GraphPath[]> {
  const ids = [...new Set(found.flat())]
  const [briefs, edges] = await Promise.all([
    briefNodes(db, ids, spaces),
    edgesBetween(db, { ids, among: ids }, { spaces, limit: mostEdges })
  ])
  const byId = new Map(briefs.map((brief) => [brief.id, brief]))
  return found.map((path) => {
    const place = new Map(path.map((id, i) => [id, i]))
    const near = ({ from, to }: Edge) =>
      Math.abs((place.get(from) ?? Infinity) - (place.get(to) ?? -Infinity)) === 1
    return {
      length: path.length - 1,
      nodes: path.flatMap((id, depth) => {
        const brief = byId.get(id)
        return brief === undefined ? [] : [{ ...brief, depth }]
      }),
      edges: edges.filter(near)
    }
  })
}

function tooFar(question: PathQuestion): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `No path was found in time; ask for one of fewer edges than longest ${question.longest}, or between nodes with fewer neighbours.`,
    { details: { field: 'longest', value: question.longest, expected: 'fewer edges' } }
  )
}
