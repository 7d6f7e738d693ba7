import type { Database } from '../graph/database.js'
import { historyOf } from '../graph/queries.js'
import { requireNode } from './open-node.js'

export interface HistoryEntry {
  /** ISO 8601; null where nobody wrote it down. */
  readonly at: string | null
  readonly what: string
  readonly by: string | null
  readonly text: string | null
  /** Id of the node that tells of it. */
  readonly node: string | null
}

const most = 100

/**
 * What happened to a node, the newest first: decisions, revisions, epochs, feedback, and when it came.
 * @throws CairnError NOT_FOUND
 */
export async function nodeHistory(
  db: Database,
  id: string,
  spaces: readonly string[]
): Promise<HistoryEntry[]> {
  const whole = await requireNode(db, id, spaces)
  return db.run(historyOf, { id: whole, spaces, limit: most })
}
