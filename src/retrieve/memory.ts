import type { Evidence } from '../domain/learned-success.js'
import type { PathStep } from '../domain/recommendation.js'
import type { Intent } from './intent.js'

export const memoryLabels = [
  'Doc',
  'Api',
  'Problem',
  'Trace',
  'Lesson',
  'Insight',
  'Library'
] as const
export type MemoryLabel = (typeof memoryLabels)[number]

/** A node as retrieval sees it. Text and code are cut to their first 1,600 characters, which stand verbatim in the node. */
export interface Memory {
  readonly id: string
  readonly label: MemoryLabel
  readonly kind: string
  readonly library: string | null
  readonly title: string
  readonly text: string
  readonly code: string | null
  readonly qualifiedName: string | null
  readonly signature: string | null
  readonly summary: string | null
  readonly deprecated: string | null
  /** The section that tells of an API best. */
  readonly doc: string | null
  readonly path: string | null
  readonly anchor: string | null
  readonly part: number
  readonly url: string | null
  readonly breadcrumb: readonly string[]
  readonly outcome: string | null
  readonly agent: string | null
  readonly applies: string | null
  readonly advice: string | null
  readonly avoid: string | null
  /** How advice that cited it turned out; null where nobody said. */
  readonly evidence: Evidence | null
}

/** Where a source put a memory. */
export interface Hit {
  readonly source: string
  /** From 1. */
  readonly rank: number
}

/** How a memory was reached from another: `of USES` is the edge taken against its direction. */
export interface Link {
  readonly from: string
  readonly type: string
}

/** A memory with its place in the answer to one question. */
export interface Ranked {
  readonly memory: Memory
  /** The API that a section documents, where it does. */
  readonly api: Memory | null
  /** From 0 to 1 within one question. */
  readonly score: number
  readonly path: readonly PathStep[]
  readonly found: readonly Hit[]
}

/** What a question brought up, best first. */
export interface Retrieved {
  readonly question: string
  readonly intent: Intent
  readonly ranked: readonly Ranked[]
  /** What this search had to go without, a sentence each. */
  readonly remarks: readonly string[]
  /** Milliseconds by stage. */
  readonly ms: StageTimes
}

export const stages = ['intent', 'embed', 'recall', 'rank', 'present'] as const
export type StageTimes = Readonly<Record<(typeof stages)[number], number>>
