import type { ApiDocs } from './quotations.js'
import type { Source } from './source.js'

/** What a run has read already: clusters that are merged need much of it again. */
export interface RunMemory {
  readonly sources: Map<string, Source>
  readonly docs: Map<string, ApiDocs>
  /** Whether a quotation stands in its section, by `keyOfQuote`. */
  readonly held: Map<string, boolean>
}

const mostSources = 4_000
const mostOthers = 2_000

export function createRunMemory(): RunMemory {
  return { sources: new Map(), docs: new Map(), held: new Map() }
}

/** Forgets where too much is held; called between groups of clusters. */
export function trimMemory({ sources, docs, held }: RunMemory): void {
  if (sources.size > mostSources) sources.clear()
  if (docs.size > mostOthers) docs.clear()
  if (held.size > mostOthers) held.clear()
}

export function keyOfQuote({
  doc,
  quote
}: {
  readonly doc: string
  readonly quote: string
}): string {
  return `${doc}\n${quote}`
}
