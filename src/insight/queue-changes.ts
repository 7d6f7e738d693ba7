import type { Database } from '../graph/database.js'
import { insightsChanged } from '../graph/queries.js'

export interface QueueChange {
  readonly space: string
  readonly insight: string
  readonly state: string
  readonly version: number
}

/** Clocks of processes differ a little, and what is being written has an earlier time than its end, in milliseconds. */
const overlapMs = 5_000
const mostAtOnce = 1_000

/**
 * Looks for what changed since the last look. Reads the graph, so it sees what other processes wrote too.
 */
export function createQueueWatch(
  db: Database,
  spaces: readonly string[],
  now: () => number = Date.now
): () => Promise<QueueChange[]> {
  let since = now()
  let told = new Map<string, number>()
  return async () => {
    const from = since - overlapMs
    since = now()
    const rows = await db.run(insightsChanged, { spaces, since: from, limit: mostAtOnce })
    const fresh = rows.filter(({ id, version }) => told.get(id) !== version)
    told = new Map(rows.map(({ id, version }) => [id, version]))
    return fresh.map(({ id, space, state, version }) => ({ insight: id, space, state, version }))
  }
}
