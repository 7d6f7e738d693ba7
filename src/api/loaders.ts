import DataLoader from 'dataloader'
import type { Cairn, InsightAtAGlance, InsightUses, LibrarySource, OpenedNode } from '../cairn.js'

/** Nodes that several fields of one request lead to, opened in one go. */
export interface Loaders {
  /** null where a node is gone or out of sight. */
  readonly node: DataLoader<string, OpenedNode | null>
  /** How often insights are cited. */
  readonly uses: DataLoader<string, InsightUses | null>
  /** What a line of the queue says of insights. */
  readonly glances: DataLoader<string, InsightAtAGlance | null>
  /** What libraries came from, by their keys. */
  readonly sources: DataLoader<string, LibrarySource[]>
}

/** Nodes in one look-up at most. */
const mostAtOnce = 200

export function createLoaders(cairn: Cairn): Loaders {
  return {
    sources: new DataLoader(
      async (keys) => {
        const all = await cairn.librarySources(keys)
        return keys.map((key) => all.filter(({ library }) => library === key))
      },
      { maxBatchSize: mostAtOnce }
    ),
    glances: new DataLoader(
      async (ids) => {
        const found = new Map((await cairn.insightsAtAGlance(ids)).map((one) => [one.id, one]))
        return ids.map((id) => found.get(id) ?? null)
      },
      { maxBatchSize: mostAtOnce }
    ),
    uses: new DataLoader(
      async (ids) => {
        const found = new Map((await cairn.insightUses(ids)).map((one) => [one.id, one]))
        return ids.map((id) => found.get(id) ?? null)
      },
      { maxBatchSize: mostAtOnce }
    ),
    node: new DataLoader(
      async (ids) => {
        const found = new Map((await cairn.openAll(ids)).map((node) => [node.id, node]))
        return ids.map((id) => found.get(id) ?? null)
      },
      { maxBatchSize: mostAtOnce }
    )
  }
}
