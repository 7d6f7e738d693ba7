import type { Database } from '../graph/database.js'
import { edgesAmong, nodeBriefs } from '../graph/queries.js'
import { sightOf, type Sight } from './sight.js'

export interface NodeBrief {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly kind: string | null
  readonly library: string | null
  /** Null where traces of several spaces may share the node. */
  readonly space: string | null
  /** How an attempt ended. */
  readonly outcome: string | null
  readonly createdAt: string | null
  /** Neighbours in sight. */
  readonly degree: number
  /** Of an insight, numbers of the epochs that it is in force in. */
  readonly epochs: readonly number[]
  /** How it fared: attempts at a problem that passed and that failed; of the rest the evidence on it. */
  readonly passed: number
  readonly failed: number
  /** Steps from the node asked about; 0 where none was. */
  readonly depth: number
}

export interface Edge {
  readonly from: string
  readonly to: string
  readonly type: string
  /** The beginning of the words on it: a quotation, an instruction or a reason. */
  readonly note: string | null
}

/** Those of these nodes that are in sight, in short, in the order of `ids`. */
export async function briefNodes(
  db: Database,
  ids: readonly string[],
  sight: Sight | readonly string[]
): Promise<NodeBrief[]> {
  if (ids.length === 0) return []
  const rows = await db.run(nodeBriefs, { ids, ...sightOf(sight) })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...new Set(ids)].flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [{ ...row, depth: 0 }]
  })
}

/** Edges in sight between nodes in sight and others of such, each once; at most `limit`. */
export async function edgesBetween(
  db: Database,
  between: { readonly ids: readonly string[]; readonly among: readonly string[] },
  at: { readonly spaces: readonly string[]; readonly limit: number }
): Promise<Edge[]> {
  if (between.ids.length === 0 || between.among.length === 0) return []
  return db.run(edgesAmong, { ...between, ...at })
}

/** What tells an edge from others here: parallel ones of a type are drawn as one. */
export function edgeKey(edge: Pick<Edge, 'from' | 'to' | 'type'>): string {
  return `${edge.from}\n${edge.type}\n${edge.to}`
}
