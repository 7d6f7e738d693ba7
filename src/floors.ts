import type { Config } from './config.js'
import type { Database } from './graph/database.js'
import { openGraph } from './graph/open-graph.js'
import { awaitIndexes, bareSearch, bareWrite } from './graph/queries.js'
import { createVectorIndex } from './graph/vector-index.js'
import type { Log } from './log.js'

/** The least that Neo4j needs for the same work: what eval/ puts its timings in relation to. */
export interface Floors {
  /** Milliseconds to create a node for each vector, in batches of a thousand, index included. */
  write(vectors: readonly Float32Array[]): Promise<number>
  /** Milliseconds of one bare vector query. */
  search(vector: Float32Array): Promise<number>
  close(): Promise<void>
}

const batchSize = 1_000

/** Opens a graph only to measure it. */
export async function openFloors(config: Config, log: Log, dimensions: number): Promise<Floors> {
  const graph = await openGraph(config, { log })
  await createVectorIndex(graph.db, dimensions)
  return { ...floorsOf(graph.db), close: () => graph.close() }
}

/** The floors of a graph that is open already. */
export function floorsOf(db: Database): Omit<Floors, 'close'> {
  return {
    write: async (vectors) => {
      const started = performance.now()
      for (let i = 0; i < vectors.length; i += batchSize) {
        const rows = vectors
          .slice(i, i + batchSize)
          .map((vector, at) => ({ id: `bare:${i + at}`, embedding: Array.from(vector) }))
        await db.run(bareWrite, { rows })
      }
      await db.run(awaitIndexes, { seconds: 300 })
      return performance.now() - started
    },
    search: async (vector) => {
      const started = performance.now()
      await db.run(bareSearch, { vector: Array.from(vector), limit: 10 })
      return performance.now() - started
    }
  }
}
