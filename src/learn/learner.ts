import type { Database } from '../graph/database.js'
import type { Embedder } from '../model/embedder.js'

/** What the verbs of this room work with. */
export interface Learner {
  readonly db: Database
  readonly embedder: Embedder
  readonly space: string
  /** Milliseconds since 1970. */
  now(): number
}
