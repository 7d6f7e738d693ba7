import type { Effect } from '../parts/effect.js'

export interface Gate {
  readonly gate: string
  readonly passed: boolean
  readonly reason: string
}

/** What has to be acknowledged with an approval. */
export interface Mark {
  readonly name: string
  readonly says: string
}

export interface Words {
  readonly title: string
  readonly applies: string
  readonly advice: string
  readonly avoid: string
  readonly code: string | null
}

export interface Insight extends Words {
  readonly id: string
  readonly space: string
  readonly version: number
  readonly state: string
  readonly inForce: boolean
  readonly revision: number
  readonly library: string | null
  readonly versions: string | null
  readonly gap: string
  readonly writer: string
  readonly flags: readonly string[]
  readonly tainted: boolean
  readonly toAcknowledge: readonly string[]
  readonly marks: readonly Mark[]
  readonly support: number
  readonly agents: number
  readonly problems: number
  readonly claimedBy: string | null
  readonly claimedAt: string | null
  readonly refines: string | null
  readonly createdAt: string | null
  /** Why it cannot be approved as it stands; null where it can. */
  readonly blockedBy: string | null
  /** Names of what it is about. */
  readonly about: readonly string[]
  readonly gates: readonly Gate[]
}

/** A line of the queue. */
export interface QueuedInsight extends Pick<
  Insight,
  | 'id'
  | 'version'
  | 'title'
  | 'state'
  | 'inForce'
  | 'library'
  | 'gap'
  | 'flags'
  | 'tainted'
  | 'toAcknowledge'
  | 'marks'
  | 'support'
  | 'agents'
  | 'problems'
  | 'claimedBy'
  | 'createdAt'
  | 'blockedBy'
  | 'about'
  | 'gates'
> {
  /** Words of documentation that back it; not known of what is not in the list. */
  readonly quote: string | null
  /** Failed attempts with what it is about. */
  readonly needs: number
}

export interface InsightSource {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly outcome: string | null
  readonly ended: string | null
  readonly agent: string | null
  /** Of an attempt. */
  readonly problem: string | null
  /** Whether the insight was drawn from it; else it is there to compare with. */
  readonly own: boolean
  readonly code: string | null
  readonly text: string
  readonly tainted: boolean
}

export interface Quotation {
  readonly doc: string
  readonly title: string
  readonly library: string | null
  readonly url: string | null
  readonly quote: string
  readonly holds: boolean
  readonly before: string
  readonly after: string
}

export interface Neighbour {
  readonly id: string
  readonly title: string
  readonly state: string
}

export interface PastDecision {
  readonly id: string
  readonly kind: string
  readonly by: string
  readonly at: string
  readonly reason: string
}

export interface ApiChange {
  readonly api: string
  readonly kind: string
  readonly before: string | null
  readonly after: string | null
  readonly from: string
  readonly to: string
}

export interface InsightInFull {
  readonly insight: Insight
  readonly sources: readonly InsightSource[]
  readonly quotations: readonly Quotation[]
  readonly similar: readonly (Neighbour & { readonly score: number })[]
  readonly related: readonly (Neighbour & { readonly relation: string })[]
  readonly decisions: readonly PastDecision[]
  readonly changes: readonly ApiChange[]
  readonly effect: Effect | null
}

export interface QueuePage {
  readonly reviewQueue: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly nodes: readonly QueuedInsight[]
  }
  readonly ready: { readonly totalCount: number }
  readonly blocked: { readonly totalCount: number }
}

export interface Decided {
  readonly id: string
  readonly kind: string
  readonly changes: readonly {
    readonly insight: string
    readonly before: { readonly version: number } | null
    readonly after: { readonly version: number; readonly state: string }
  }[]
}
