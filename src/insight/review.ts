import type { Database } from '../graph/database.js'
import type { Embedder } from '../model/embedder.js'

export interface ReviewDeps {
  readonly db: Database
  readonly embedder: Embedder
}

/** What curators decide, the epochs that freeze it, and how healthy the memory is. */
export interface Review {
  readonly review?: never
}

export function createReview(_deps: ReviewDeps, _space: string): Review {
  return {}
}
