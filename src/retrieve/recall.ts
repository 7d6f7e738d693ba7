import type { Database } from '../graph/database.js'
import { recall as recallQuery } from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import { memoryLabels, type Hit, type Link, type Memory, type Recalled } from './memory.js'
import type { Plan } from './plan.js'

/** How widely is recalled: hits a source, and from how many of the best the edges are followed. */
const budget = { documents: 60, experiences: 20, expandTop: 14 } as const

/** Everything one question brings up, in one round trip. */
export async function recall(
  db: Database,
  plan: Plan,
  at: { vector: Float32Array; spaces: readonly string[] }
): Promise<Recalled[]> {
  const rows = await db.run(recallQuery, {
    vector: Array.from(at.vector),
    spaces: at.spaces,
    libraries: plan.libraries,
    textQuery: plan.textQuery,
    nameQuery: plan.nameQuery,
    errors: plan.errors,
    ...budget
  })
  const recalled = new Map<string, Recalled>()
  for (const row of rows) {
    const memory = toMemory(row)
    if (memory === null) continue
    recalled.set(memory.id, { memory, found: row.found.map(toHit), links: row.links.map(toLink) })
  }
  for (const row of rows) addDocOf(row, recalled)
  return [...recalled.values()]
}

/** An API brings along the section that tells of it. */
function addDocOf(
  row: { id: string; doc: GraphMap | null },
  recalled: Map<string, Recalled>
): void {
  const id = text(row.doc?.['id'])
  if (row.doc === null || id === null || recalled.has(id)) return
  const memory = toMemory({ id, label: 'Doc', node: row.doc })
  if (memory !== null)
    recalled.set(id, { memory, found: [], links: [{ from: row.id, type: 'DOCUMENTS' }] })
}

/** A row of the graph as a memory; null for nodes that are none. */
export function toMemory(row: { id: string; label: string; node: GraphMap }): Memory | null {
  const label = memoryLabels.find((l) => l === row.label)
  if (label === undefined) return null
  const { node } = row
  return {
    id: row.id,
    label,
    kind: text(node['kind']) ?? '',
    library: text(node['library']),
    title: text(node['title']) ?? row.id,
    text: text(node['text']) ?? '',
    code: text(node['code']),
    qualifiedName: text(node['qualifiedName']),
    signature: text(node['signature']),
    summary: text(node['summary']),
    deprecated: text(node['deprecated']),
    doc: text(node['doc']),
    path: text(node['path']),
    anchor: text(node['anchor']),
    part: typeof node['part'] === 'number' ? node['part'] : 1,
    url: text(node['url']),
    breadcrumb: Array.isArray(node['breadcrumb']) ? node['breadcrumb'].map(String) : [],
    outcome: text(node['outcome']),
    agent: text(node['agent']),
    applies: text(node['applies']),
    advice: text(node['advice']),
    avoid: text(node['avoid'])
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function toHit(map: GraphMap): Hit {
  return { source: text(map['source']) ?? '', rank: Number(map['rank']) }
}

function toLink(map: GraphMap): Link {
  return { from: text(map['from']) ?? '', type: text(map['type']) ?? '' }
}
