import type { Database } from '../graph/database.js'
import type { Embedder } from '../model/embedder.js'

/** What the verbs of this room work with. */
export interface Learner {
  readonly db: Database
  readonly embedder: Embedder
  /** Where it is written. */
  readonly space: string
  /** What is in sight. */
  readonly spaces: readonly string[]
  /** Milliseconds since 1970. */
  now(): number
}
