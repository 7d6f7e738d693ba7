import type { Config } from './config.js'
import { openGraph } from './graph/open-graph.js'
import { awaitIndexes, bareWrite } from './graph/queries.js'
import { createVectorIndex } from './graph/vector-index.js'
import type { Log } from './log.js'

/** The least that Neo4j needs for what ingestion does: what eval/ puts its timing in relation to. */
export interface WriteFloor {
  /** Milliseconds to create a node for each vector, in batches of a thousand, index included. */
  write(vectors: readonly Float32Array[]): Promise<number>
  close(): Promise<void>
}

const batchSize = 1_000

/** Opens a graph only to measure it. */
export async function openWriteFloor(
  config: Config,
  log: Log,
  dimensions: number
): Promise<WriteFloor> {
  const graph = await openGraph(config, { log })
  const { db } = graph
  await createVectorIndex(db, dimensions)
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
    close: () => graph.close()
  }
}
