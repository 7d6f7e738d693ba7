import type { Database } from '../graph/database.js'
import { bareSearch } from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'

/** The least that any answer to this text could take, in milliseconds: its vector and one bare vector query. */
export async function floorOf(db: Database, embedder: Embedder, text: string): Promise<number> {
  const started = performance.now()
  const [vector = new Float32Array(embedder.dimensions)] = await embedder.embed([text], {
    as: 'question'
  })
  await db.run(bareSearch, { vector: Array.from(vector), limit: 10 })
  return performance.now() - started
}
