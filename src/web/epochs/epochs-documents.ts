import { effectFields } from '../data/effect-fields.js'
import type { Effect } from '../parts/effect.js'

export const epochsDocument = /* GraphQL */ `
  query Epochs {
    epochs {
      id
      number
      state
      openedAt
      closedAt
      note
      inForce
    }
  }
`

export const compareDocument = /* GraphQL */ `
  query CompareEpochs($from: Int!, $to: Int!) {
    compareEpochs(from: $from, to: $to) {
      added {
        ...InForce
      }
      changed {
        before {
          ...InForce
        }
        after {
          ...InForce
        }
      }
      gone {
        ...InForce
      }
    }
  }
  fragment InForce on InsightInForce {
    id
    title
    revision
    library
  }
`

export const effectsDocument = /* GraphQL */ `
  query EffectsOfInsights {
    insightEffects(limit: 500) {
      insight
      ${effectFields}
    }
  }
`

export const closeDocument = /* GraphQL */ `
  mutation CloseEpoch($note: String) {
    closeEpoch(note: $note) {
      closed
      opened
      inForce
    }
  }
`

export const rollBackDocument = /* GraphQL */ `
  mutation RollBack($to: Int!, $reason: String!) {
    rollBackEpoch(to: $to, reason: $reason) {
      closed
      opened
      leftForce
      cameBack
    }
  }
`

export const rankingDocument = /* GraphQL */ `
  query Ranking {
    ranking {
      learnedAt
      inForce
      reason
      problems
      families
      before
      after
      low
      high
      changes {
        feature
        before
        after
      }
    }
  }
`

export const learnRankingDocument = /* GraphQL */ `
  mutation LearnRanking {
    learnRanking {
      id
    }
  }
`

export const forgetRankingDocument = /* GraphQL */ `
  mutation ForgetRanking {
    forgetRanking
  }
`

/** The order of documentation as it was last learned. */
export interface LearnedRanking {
  readonly learnedAt: string
  readonly inForce: boolean
  readonly reason: string
  readonly problems: number
  readonly families: number
  readonly before: number
  readonly after: number
  readonly low: number
  readonly high: number
  readonly changes: readonly {
    readonly feature: string
    readonly before: number
    readonly after: number
  }[]
}

export interface Epoch {
  readonly id: string
  readonly number: number
  readonly state: string
  readonly openedAt: string
  readonly closedAt: string | null
  readonly note: string
  readonly inForce: number
}

export interface InForce {
  readonly id: string
  readonly title: string
  readonly revision: number
  readonly library: string | null
}

/** What an insight brought, measured. */
export type MeasuredEffect = Effect & { readonly insight: string }

export interface Difference {
  readonly added: readonly InForce[]
  readonly changed: readonly { readonly before: InForce; readonly after: InForce }[]
  readonly gone: readonly InForce[]
}
