import type { Database } from '../graph/database.js'
import { present as presentQuery } from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import { memoryLabels, type Memory } from './memory.js'

/** What is shown of these nodes, by id; those out of sight are missing. */
export async function present(
  db: Database,
  ids: readonly string[],
  spaces: readonly string[]
): Promise<Map<string, Memory>> {
  if (ids.length === 0) return new Map()
  const rows = await db.run(presentQuery, { ids: [...new Set(ids)], spaces })
  return new Map(
    rows.flatMap((row): [string, Memory][] => {
      const memory = toMemory(row)
      return memory === null ? [] : [[row.id, memory]]
    })
  )
}

/** A row of the graph as a memory; null for nodes that are none. */
function toMemory(row: { id: string; label: string; node: GraphMap }): Memory | null {
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
    avoid: text(node['avoid']),
    evidence: evidenceIn(node)
  }
}

function evidenceIn(node: GraphMap): Memory['evidence'] {
  const { evidencePassed: passed, evidenceFailed: failed, evidenceAt: at } = node
  if (typeof passed !== 'number' || typeof failed !== 'number' || typeof at !== 'number')
    return null
  return { passed, failed, at }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
