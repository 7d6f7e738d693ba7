import { effectFields } from '../data/effect-fields.js'
import type { Effect } from '../parts/effect.js'

const brief = /* GraphQL */ `
  fragment Brief on Insight {
    id
    version
    state
    inForce
    title
    applies
    advice
    avoid
    code
    revision
    library
    versions
    gap
    writer
    flags
    tainted
    toAcknowledge
    marks {
      name
      says
    }
    support
    agents
    problems
    claimedBy
    claimedAt
    refines
    createdAt
    space
    gates {
      gate
      passed
      reason
    }
  }
`

export const queueDocument = /* GraphQL */ `
  query Queue($filter: ReviewFilter!, $first: Int!, $after: String) {
    reviewQueue(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...Brief
      }
    }
  }
  ${brief}
`

export const insightDocument = /* GraphQL */ `
  query InsightInFull($id: ID!) {
    insight(id: $id) {
      insight {
        ...Brief
      }
      sources {
        id
        label
        title
        outcome
        ended
        agent
        code
        text
        tainted
      }
      quotations {
        doc
        title
        library
        url
        quote
        holds
        before
        after
      }
      similar {
        id
        title
        state
        score
      }
      related {
        relation
        id
        title
        state
      }
      decisions {
        id
        kind
        by
        at
        reason
      }
      changes {
        api
        kind
        before
        after
        from
        to
      }
      effect {
        ${effectFields}
      }
    }
  }
  ${brief}
`

const decided = `
  fragment Decided on ReviewDecision {
    id kind changes { insight before { version } after { version state } }
  }
`

/** A verdict, and the mutation that speaks it. */
export const verdicts = {
  claim: 'claimInsight',
  release: 'releaseInsight',
  reject: 'rejectInsight',
  'needs-work': 'sendInsightBack',
  retire: 'retireInsight',
  undo: 'undoDecision'
} as const

export type Verdict = keyof typeof verdicts

/** The document of a verdict; its answer is under `decision`. */
export function verdictDocument(verdict: Verdict): string {
  return `mutation Verdict($decision: DecisionInput!) {
    decision: ${verdicts[verdict]}(decision: $decision) { ...Decided }
  } ${decided}`
}

export const approveDocument = /* GraphQL */ `
  mutation Approve($decision: DecisionInput!, $acknowledge: [String!]!) {
    decision: approveInsight(decision: $decision, acknowledge: $acknowledge) {
      ...Decided
    }
  }
  ${decided}
`

export const editDocument = /* GraphQL */ `
  mutation Edit($decision: DecisionInput!, $into: InsightWordsInput!) {
    decision: editInsight(decision: $decision, into: $into) {
      ...Decided
    }
  }
  ${decided}
`

export const mergeDocument = /* GraphQL */ `
  mutation Merge($sources: [SeenInsightInput!]!, $into: InsightWordsInput!) {
    decision: mergeInsights(sources: $sources, into: $into) {
      ...Decided
    }
  }
  ${decided}
`

export const splitDocument = /* GraphQL */ `
  mutation Split($decision: DecisionInput!, $into: [InsightWordsInput!]!) {
    decision: splitInsight(decision: $decision, into: $into) {
      ...Decided
    }
  }
  ${decided}
`

export const queueChangedDocument = 'subscription QueueChanged { queueChanged { insight state } }'

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
  readonly gates: readonly Gate[]
}

export interface InsightSource {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly outcome: string | null
  readonly ended: string | null
  readonly agent: string | null
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
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly Insight[]
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
