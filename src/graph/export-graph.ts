import { labelsInSight } from '../domain/graph-schema.js'
import type { Database } from './database.js'
import type { GraphMap } from './query.js'
import { exportEdges, exportNodes } from './queries.js'

export type ExportLine =
  | { readonly node: string; readonly labels: readonly string[]; readonly properties: GraphMap }
  | {
      readonly from: string
      readonly type: string
      readonly to: string
      readonly properties: GraphMap
    }

/** Jobs are what a process does, not what the graph knows. */
const exported = ['Space', ...labelsInSight.filter((label) => label !== 'Job')]

const batchSize = 500

/** The graph as lines, label by label, each label's nodes by id and after them their edges: the same graph gives the same lines. */
export async function* exportGraph(db: Database): AsyncGenerator<ExportLine> {
  for (const label of exported) {
    let after = ''
    for (;;) {
      const nodes = await db.run(exportNodes, { label, after, limit: batchSize })
      const last = nodes.at(-1)
      if (last === undefined) break
      after = last.id
      for (const node of nodes)
        yield { node: node.id, labels: node.labels.toSorted(), properties: sorted(node.properties) }
      const edges = await db.run(exportEdges, { label, ids: nodes.map((node) => node.id) })
      for (const edge of edges) yield { ...edge, properties: sorted(edge.properties) }
    }
  }
}

function sorted(map: GraphMap): GraphMap {
  const entries = Object.entries(map).filter(([, value]) => value !== null)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
