import type { Background } from './recall.js'
import type { Term } from './relevance/question-terms.js'
import type { Standing } from '../domain/standing.js'
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

/** A node as retrieval sees it. Text and code are cut to their first 6,000 characters, which stand verbatim in the node. */
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
  /** Code that shows an API, from its own documentation. */
  readonly examples: readonly string[]
  readonly judgedBy: string | null
  /** How far the server trusts what it shows; null for what nobody tried. */
  readonly trust: string | null
  /** The command that a runner ran on it and saw end as `outcome` says; null where nobody did. */
  readonly observed: string | null
  /** Whether another principal bears out how it ended. */
  readonly confirmed: boolean
  /** Whose attempt it is; null where Cairn does not know. */
  readonly principal: string | null
  /** Of a field note: what happens, when, what to do instead, the snippet that shows it. */
  readonly note: FieldNoteParts | null
  /** How advice that cited it turned out; null where nobody said. */
  readonly evidence: Evidence | null
}

/** The parts of a field note. */
export interface FieldNoteParts {
  readonly happens: string
  readonly when: string | null
  readonly instead: string | null
  readonly shownBy: string | null
  readonly trust: string
  readonly witnesses: number
  readonly principals: number
  readonly disputed: boolean
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
  /** Cosine of the question and what stands here; null where neither has a vector. */
  readonly similarity: number | null
  /** Place in the order of its kind, from 1. */
  readonly rank: number
  /** How much documentation's own examples use the API; null for experience. */
  readonly standing: Standing | null
  readonly path: readonly PathStep[]
  readonly found: readonly Hit[]
  /** By which edges it hangs on what else was found. */
  readonly links: readonly Link[]
}

/** A telling word or token of a question, and how many entries of documentation hold it, counted up to 64. */
export interface HeldTerm extends Term {
  readonly isCode: boolean
  readonly held: number
}

/** What a question brought up, best first. */
export interface Retrieved {
  readonly terms: readonly HeldTerm[]
  readonly background: Background
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
