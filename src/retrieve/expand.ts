import { cursorOf, readCursor } from '../domain/cursor.js'
import type { Database } from '../graph/database.js'
import { expandPage } from '../graph/queries.js'
import { briefNodes, edgesBetween, type Edge, type NodeBrief } from './brief-nodes.js'
import { checkEdgeType, checkIds, checkWhole, shown, wrong } from './explorer-limits.js'
import { requireNode } from './open-node.js'

export interface ExpandQuestion {
  readonly id: string
  readonly type: string
  /** Whether the edges leave the node. */
  readonly out: boolean
  /** `next` of the page before. */
  readonly after?: string | null | undefined
  /** 1 to 50. */
  readonly first: number
  /** Nodes that are drawn already, at most 5,000: edges between them and the new ones come too. */
  readonly drawn?: readonly string[]
}

export interface Expansion {
  readonly nodes: readonly NodeBrief[]
  readonly edges: readonly Edge[]
  /** Neighbours in sight along such edges, in all. */
  readonly total: number
  /** Cursor of the next page, null at the end. */
  readonly next: string | null
}

/** Edges that one page brings at most; among 50 new nodes and 5,000 drawn ones there are rarely more. */
const mostEdges = 5_000

const nothing: { readonly ids: readonly string[]; readonly total: number } = { ids: [], total: 0 }

/**
 * Neighbours of a node along edges of one type and direction, a page at a time, by id.
 * @throws CairnError BAD_INPUT, NOT_FOUND
 */
export async function expand(
  db: Database,
  question: ExpandQuestion,
  spaces: readonly string[]
): Promise<Expansion> {
  const { type, out, first, drawn = [] } = question
  checkEdgeType('type', type)
  checkWhole('first', first, [1, 50])
  checkIds('drawn', drawn, 5_000)
  const after = question.after == null ? '' : idOfCursor(question.after)
  const id = await requireNode(db, question.id, spaces)
  const [page = nothing] = await db.run(expandPage, {
    ...{ id, type, out, after, spaces },
    first: first + 1
  })
  const ids = page.ids.slice(0, first)
  const among = [id, ...drawn, ...ids]
  const [nodes, edges] = await Promise.all([
    briefNodes(db, ids, spaces),
    edgesBetween(db, { ids, among }, { spaces, limit: mostEdges })
  ])
  const next = page.ids.length > first ? cursorOf(list, [ids.at(-1) ?? '']) : null
  return { nodes, edges, total: page.total, next }
}

/** Cursors of other lists are refused. */
const list = 'expand'

function idOfCursor(cursor: string): string {
  const [id] = readCursor(list, cursor, ['string']) ?? []
  if (id !== undefined) return id
  throw wrong(
    { field: 'after', value: shown(cursor), expected: '`next` of the page before' },
    `after is '${shown(cursor)}'; expected \`next\` of the page before.`
  )
}
