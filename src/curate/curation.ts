import type { Database } from '../graph/database.js'
import type { ChatModel } from '../model/chat.js'
import type { Embedder } from '../model/embedder.js'

export interface CurateDeps {
  readonly db: Database
  readonly embedder: Embedder
  /** Writes insights where one is configured; without it they are assembled by rules. */
  readonly chat: ChatModel | null
  /** @throws CairnError DISK_FULL */
  requireSpace(): Promise<void>
}

export interface CurateInput {
  readonly seed: number
}

export interface CurateRun {
  readonly signal: AbortSignal
  report(done: number, total: number): void
}

export interface CurationReport {
  readonly clusters: number
}

/** The run as a job: what it is started with, and its work. */
export function curationJob(
  input: Partial<CurateInput>,
  space: string
): { kind: string; label: string; input: CurateInput & { space: string } } {
  return { kind: 'curate', label: 'curation', input: { seed: 1, ...input, space } }
}

export function curationWork(
  _deps: CurateDeps
): (input: unknown, run: CurateRun) => Promise<CurationReport> {
  return () => Promise.resolve({ clusters: 0 })
}
