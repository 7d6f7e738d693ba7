const listed = /* GraphQL */ `
  fragment Listed on Gap {
    id
    text
    state
    tainted
    asks
    askers
    firstAskedAt
    lastAskedAt
    takenBy
  }
`

export const gapsDocument = /* GraphQL */ `
  query Gaps($limit: Int!) {
    gaps(first: $limit) {
      totalCount
      nodes {
        ...Listed
      }
    }
  }
  ${listed}
`

export const closeGapDocument = /* GraphQL */ `
  mutation CloseGap($id: ID!, $state: ClosedGapState!) {
    closeGap(id: $id, state: $state) {
      id
      state
    }
  }
`

export const gapDocument = /* GraphQL */ `
  query Gap($id: ID!) {
    gap(id: $id) {
      gap {
        ...Listed
      }
      takenAt
      asked {
        id
        hindsight
        by
        at
        question
        note
        answer
      }
      suggestions {
        reader
        source
        why
      }
    }
  }
  ${listed}
`

export const takeGapDocument = /* GraphQL */ `
  mutation TakeGap($id: ID!, $take: Boolean!) {
    takeGap(id: $id, take: $take) {
      takenAt
    }
  }
`

export interface Taken {
  readonly takeGap: { readonly takenAt: string | null }
}

export interface Gap {
  readonly id: string
  readonly text: string
  readonly state: string
  readonly tainted: boolean
  readonly asks: number
  readonly askers: number
  readonly firstAskedAt: string
  readonly lastAskedAt: string
  /** Who sees to it that it is filled. */
  readonly takenBy: string | null
}

/** Somebody's wish: an answer that found nothing, or what would have helped with hindsight. */
export interface GapAsker {
  readonly id: string
  readonly hindsight: boolean
  readonly by: string | null
  readonly at: string
  readonly question: string
  readonly note: string | null
  readonly answer: string
}

export interface SuggestedSource {
  readonly reader: string
  readonly source: string
  readonly why: string
}

export interface GapInFull {
  readonly gap: Gap
  readonly takenAt: string | null
  readonly asked: readonly GapAsker[]
  readonly suggestions: readonly SuggestedSource[]
}
