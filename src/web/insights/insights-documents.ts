import type { Effect } from '../parts/effect.js'

export const insightsDocument = /* GraphQL */ `
  query Insights($filter: ReviewFilter!) {
    reviewQueue(filter: $filter) {
      total
      next
      insights {
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
      }
    }
    insightEffects(limit: 500) {
      insight
      effect
      low
      high
      shown {
        n
        passed
      }
      withheld {
        n
        passed
      }
    }
  }
`

/** What only the node itself knows: how often it was used and when last. */
export const usesDocument = /* GraphQL */ `
  query InsightUses($id: ID!) {
    node(id: $id) {
      properties
      edges {
        type
        out
        count
      }
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
}

export interface InsightsAnswer {
  readonly reviewQueue: {
    readonly total: number
    readonly next: string | null
    readonly insights: readonly InsightRow[]
  }
  readonly insightEffects: readonly (Effect & { readonly insight: string })[]
}

export interface UsesAnswer {
  readonly node: {
    readonly properties: Readonly<Record<string, unknown>>
    readonly edges: readonly {
      readonly type: string
      readonly out: boolean
      readonly count: number
    }[]
  }
}
