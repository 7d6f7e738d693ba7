export const gapsDocument = /* GraphQL */ `
  query Gaps($limit: Int!) {
    gaps(first: $limit) {
      totalCount
      nodes {
        id
        text
        state
        tainted
        asks
        askers
        firstAskedAt
        lastAskedAt
      }
    }
  }
`

export const closeGapDocument = /* GraphQL */ `
  mutation CloseGap($id: ID!, $state: ClosedGapState!) {
    closeGap(id: $id, state: $state) {
      id
      state
    }
  }
`

export interface Gap {
  readonly id: string
  readonly text: string
  readonly state: string
  readonly tainted: boolean
  readonly asks: number
  readonly askers: number
  readonly firstAskedAt: string
  readonly lastAskedAt: string
}
