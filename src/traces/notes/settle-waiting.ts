import type { Database } from '../../graph/database.js'
import { notesWaitingOf, spacesOfWaitingNotes } from '../../graph/queries.js'
import type { Embedder } from '../../model/embedder.js'
import { settleNotes } from './settle-notes.js'

interface Deps {
  readonly db: Database
  readonly embedder: Embedder
}

/**
 * Puts notes beside the others whose process died, or whose model failed, between writing them and that.
 * @throws CairnError MODEL_UNAVAILABLE, GRAPH_UNAVAILABLE
 */
export async function settleWaiting(deps: Deps): Promise<void> {
  for (const { space } of await deps.db.run(spacesOfWaitingNotes, {}))
    await settleNotes(deps, space)
}

/** The same for notes of these traces: who sends an attempt again is told that it is in once all of it is. */
export async function settleWaitingOf(
  deps: Deps,
  space: string,
  traces: readonly string[]
): Promise<void> {
  if (traces.length === 0) return
  const ids = (await deps.db.run(notesWaitingOf, { traces })).map(({ id }) => id)
  if (ids.length > 0) await settleNotes(deps, space, ids)
}
