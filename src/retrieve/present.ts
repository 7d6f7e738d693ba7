import type { Database } from '../graph/database.js'
import { present as presentQuery } from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import { cosineOf } from '../domain/cosine-of.js'
import { memoryLabels, type Memory } from './memory.js'

/** A node as it is shown, with the cosine of its vector and the question's; null where it has none. */
export interface Presented {
  readonly memory: Memory
  readonly similarity: number | null
  /** What experience says it was made with, and whose APIs it uses or is about, by whatever name; of documentation none. */
  readonly libraries: readonly string[]
}

/** What is shown of these nodes, by id; those out of sight are missing. */
export async function present(
  db: Database,
  ids: readonly string[],
  at: { readonly spaces: readonly string[]; readonly vector: Float32Array }
): Promise<Map<string, Presented>> {
  if (ids.length === 0) return new Map()
  const vector = Array.from(at.vector)
  const rows = await db.run(presentQuery, { ids: [...new Set(ids)], spaces: at.spaces, vector })
  return new Map(
    rows.flatMap((row): [string, Presented][] => {
      const memory = toMemory(row)
      const similarity = row.similarity === null ? null : cosineOf(row.similarity)
      return memory === null ? [] : [[row.id, { memory, similarity, libraries: row.libraries }]]
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
    examples: examplesIn(text(node['examples'])),
    judgedBy: text(node['judgedBy']),
    trust: text(node['trust']),
    observed: text(node['observed']) === null ? null : (text(node['observedCommand']) ?? ''),
    confirmed: node['confirmed'] === true,
    principal: text(node['principal']),
    note: noteIn(node),
    evidence: evidenceIn(node)
  }
}

/** Examples are kept as JSON, a list of code with its language. */
function examplesIn(json: string | null): string[] {
  if (json === null) return []
  const list = JSON.parse(json) as readonly (string | { readonly code?: unknown })[]
  return list.flatMap((one) => {
    const code = typeof one === 'string' ? one : one.code
    return typeof code === 'string' ? [code] : []
  })
}

function noteIn(node: GraphMap): Memory['note'] {
  const happens = text(node['happens'])
  if (happens === null) return null
  const count = (name: string) => (typeof node[name] === 'number' ? node[name] : 1)
  return {
    happens,
    when: text(node['when']),
    instead: text(node['instead']),
    shownBy: text(node['shownBy']),
    trust: text(node['trust']) ?? 'self-reported',
    witnesses: count('witnesses'),
    principals: count('principals'),
    disputed: node['disputed'] === true
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
