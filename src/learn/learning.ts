import type { Database } from '../graph/database.js'
import type { Embedder } from '../model/embedder.js'

export interface LearnDeps {
  readonly db: Database
  readonly embedder: Embedder
}

/** How answers turned out, and what follows from it. */
export interface Learning {
  readonly learning?: never
}

export function createLearning(_deps: LearnDeps, _space: string): Learning {
  return {}
}
