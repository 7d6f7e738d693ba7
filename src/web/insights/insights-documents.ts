import { effectFields } from '../data/effect-fields.js'
import type { Effect } from '../parts/effect.js'

export const insightsDocument = /* GraphQL */ `
  query Insights($filter: ReviewFilter!, $after: String) {
    reviewQueue(filter: $filter, first: 200, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        title
        state
        inForce
        library
        versions
        revision
        flags
        tainted
        support
        agents
        createdAt
        uses
        lastUsedAt
        contradictions
      }
    }
    insightEffects(limit: 500) {
      insight
      ${effectFields}
    }
  }
`

export interface InsightRow {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly state: string
  readonly inForce: boolean
  readonly library: string | null
  readonly versions: string | null
  readonly revision: number
  readonly flags: readonly string[]
  readonly tainted: boolean
  readonly support: number
  readonly agents: number
  readonly createdAt: string | null
  /** Answers that cite it. */
  readonly uses: number
  readonly lastUsedAt: string | null
  /** Insights that say the reverse. */
  readonly contradictions: number
}

export interface InsightsAnswer {
  readonly reviewQueue: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly nodes: readonly InsightRow[]
  }
  readonly insightEffects: readonly (Effect & { readonly insight: string })[]
}

export const publishDocument = /* GraphQL */ `
  mutation Publish($decision: DecisionInput!, $into: InsightWordsInput!) {
    publishInsight(decision: $decision, into: $into) {
      id
    }
  }
`
