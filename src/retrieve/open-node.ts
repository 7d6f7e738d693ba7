import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { openNode as openNodeQuery } from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'

export interface EdgeCount {
  readonly type: string
  /** Whether the edge leaves the node. */
  readonly out: boolean
  readonly count: number
}

export interface OpenedNode {
  readonly id: string
  readonly label: string
  readonly properties: GraphMap
  readonly edges: readonly EdgeCount[]
}

const prefixes = [
  'doc',
  'api',
  'library',
  'problem',
  'trace',
  'state',
  'lesson',
  'error',
  'insight',
  'recommendation',
  'feedback',
  'knowledge-request',
  'review',
  'epoch',
  'job'
]

/**
 * Opens a node by its id. What people shorten is understood: `pypi/pandas@1.4.0` for a library.
 * @throws CairnError NOT_FOUND
 */
export async function openNode(
  db: Database,
  id: string,
  spaces: readonly string[]
): Promise<OpenedNode> {
  const wanted = id.trim()
  const known = prefixes.some((prefix) => wanted.startsWith(`${prefix}:`))
  const ids = known ? [wanted] : prefixes.map((prefix) => `${prefix}:${wanted}`)
  const [row] = await db.run(openNodeQuery, { ids, spaces })
  if (row === undefined) {
    throw new CairnError(
      'NOT_FOUND',
      `There is no node '${wanted.slice(0, 200)}' here. \`cairn search\` finds nodes by their words.`,
      {
        details: { field: 'id', value: wanted.slice(0, 200), expected: 'the id of a node' }
      }
    )
  }
  return {
    id: row.id,
    label: row.label,
    properties: withoutNulls(row.properties),
    edges: row.edges.map(edgeCount)
  }
}

function edgeCount(map: GraphMap): EdgeCount {
  return {
    type: typeof map['type'] === 'string' ? map['type'] : '',
    out: map['out'] === true,
    count: Number(map['count'])
  }
}

function withoutNulls(map: GraphMap): GraphMap {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== null))
}
