import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { inSight, openNode as openNodeQuery } from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import { sightOf, type Sight } from './sight.js'

export interface EdgeCount {
  readonly type: string
  /** Whether the edges leave the node. */
  readonly out: boolean
  /** How many neighbours stand at their other ends. */
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
 * Opens a node by its id, if it is in sight from these spaces. What people shorten is understood: `pypi/pandas@1.4.0` for a library.
 * @throws CairnError NOT_FOUND
 */
export async function openNode(
  db: Database,
  id: string,
  sight: Sight | readonly string[]
): Promise<OpenedNode> {
  const [row] = await db.run(openNodeQuery, { ids: idsMeant(id), ...sightOf(sight) })
  if (row === undefined) throw nowhere(id)
  return openedOf(row)
}

/** The nodes of these ids that are in sight, in order of id; the others are left out. */
export async function openNodes(
  db: Database,
  ids: readonly string[],
  sight: Sight | readonly string[]
): Promise<OpenedNode[]> {
  return (await db.run(openNodeQuery, { ids, ...sightOf(sight) })).map(openedOf)
}

/** A row of the graph as a node that may be shown. */
function openedOf(row: {
  readonly id: string
  readonly label: string
  readonly properties: GraphMap
  readonly edges: readonly GraphMap[]
}): OpenedNode {
  return {
    id: row.id,
    label: row.label,
    properties: withoutNulls(row.properties),
    edges: row.edges.map(edgeCount)
  }
}

/**
 * The whole id of a node that is in sight from these spaces.
 * @throws CairnError NOT_FOUND
 */
export async function requireNode(
  db: Database,
  id: string,
  sight: Sight | readonly string[]
): Promise<string> {
  const [row] = await db.run(inSight, { ids: idsMeant(id), ...sightOf(sight) })
  if (row === undefined) throw nowhere(id)
  return row.id
}

/** The ids that somebody may mean who writes this. */
function idsMeant(id: string): string[] {
  const wanted = id.trim()
  const known = prefixes.some((prefix) => wanted.startsWith(`${prefix}:`))
  return known ? [wanted] : prefixes.map((prefix) => `${prefix}:${wanted}`)
}

function nowhere(id: string): CairnError {
  const wanted = id.trim().slice(0, 200)
  return new CairnError(
    'NOT_FOUND',
    `There is no node '${wanted}' here. \`cairn search\` finds nodes by their words.`,
    { details: { field: 'id', value: wanted, expected: 'the id of a node' } }
  )
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
