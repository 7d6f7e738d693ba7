import type { Trust } from '../domain/field-note.js'
import type { Database } from '../graph/database.js'
import type { Embedder } from '../model/embedder.js'

/** Who tells of how answers turned out. */
export interface Sender {
  /** Null where Cairn does not know: then names alone tell senders apart. */
  readonly principal: string | null
  /** How far what they say is trusted; only the server says so. */
  readonly trust: Extract<Trust, 'observed' | 'self-reported'>
}

/** What the verbs of this room work with. */
export interface Learner {
  readonly db: Database
  readonly embedder: Embedder
  /** Where it is written. */
  readonly space: string
  /** What is in sight. */
  readonly spaces: readonly string[]
  readonly who: Sender
  /** Milliseconds since 1970. */
  now(): number
}
