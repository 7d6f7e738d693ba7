import { effectFields } from '../data/effect-fields.js'

/** What the queue and an insight in full both say. */
const line = /* GraphQL */ `
  fragment Line on Insight {
    id
    version
    state
    inForce
    title
    library
    gap
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
    createdAt
    blockedBy
    about
    gates {
      gate
      passed
      reason
    }
  }
`

const brief = /* GraphQL */ `
  fragment Brief on Insight {
    ...Line
    applies
    advice
    avoid
    code
    revision
    versions
    writer
    claimedAt
    refines
    space
  }
  ${line}
`

export const queueDocument = /* GraphQL */ `
  query Queue(
    $filter: ReviewFilter!
    $ready: ReviewFilter!
    $blocked: ReviewFilter!
    $first: Int!
    $after: String
  ) {
    reviewQueue(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...Line
        quote
        needs
      }
    }
    ready: reviewQueue(filter: $ready, first: 1) {
      totalCount
    }
    blocked: reviewQueue(filter: $blocked, first: 1) {
      totalCount
    }
  }
  ${line}
`

export const checkAgainDocument = /* GraphQL */ `
  mutation CheckAgain {
    runCuration(input: { again: true }) {
      id
    }
  }
`

export const curationDoneDocument = /* GraphQL */ `
  query CurationDone($id: ID!) {
    job(id: $id) {
      state
      message
    }
  }
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
        problem
        own
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
