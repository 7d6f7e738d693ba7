export const recommendDocument = /* GraphQL */ `
  mutation Recommend($question: String!, $libraries: [String!]!) {
    recommend(question: $question, libraries: $libraries) {
      id
      question
      answer
      fits
      libraries
      remarks
      ms
      markdown
      items {
        kind
        title
        body
        code
        evidence
        version
        reason
        citations
        path {
          id
          label
          title
          by
        }
      }
      citations {
        number
        id
        label
        source
        url
        quote
      }
    }
  }
`

export const nodeDocument = /* GraphQL */ `
  query Source($id: ID!) {
    node(id: $id) {
      id
      label
      title
      properties
    }
  }
`

export const whyDocument = /* GraphQL */ `
  query Why($question: String!, $libraries: [String!]!, $node: ID) {
    why(question: $question, libraries: $libraries, node: $node) {
      foreign
      threshold
      candidates {
        id
        title
        library
        reason
        probability
        shown
      }
      node {
        id
        fate
      }
    }
  }
`

export const findDocument = /* GraphQL */ `
  query Find($question: String!, $libraries: [String!]!) {
    search(question: $question, libraries: $libraries, limit: 1) {
      id
    }
  }
`

export const librariesDocument = /* GraphQL */ `
  query LibraryKeys {
    libraries {
      key
      title
      version
    }
  }
`

export const feedbackDocument = /* GraphQL */ `
  mutation SendFeedback($input: FeedbackInput!) {
    sendFeedback(input: $input) {
      status
      gap
      credited {
        passed
      }
    }
  }
`

export interface PathStep {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly by: string
}

export const kindTitles = {
  cure: 'What got rid of this error',
  insight: 'Insight',
  note: 'Field note',
  solved: 'Solved before',
  failed: 'Failed before',
  api: '',
  option: '',
  section: '',
  deprecated: 'Deprecated'
} as const

export interface Item {
  readonly kind: keyof typeof kindTitles
  readonly title: string
  readonly body: string
  readonly code: string | null
  readonly evidence: string | null
  readonly version: string | null
  readonly reason: string
  readonly citations: readonly number[]
  readonly path: readonly PathStep[]
}

export interface Citation {
  readonly number: number
  readonly id: string
  readonly label: string
  readonly source: string
  readonly url: string | null
  readonly quote: string
}

export interface Recommendation {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly fits: boolean
  readonly libraries: readonly string[]
  readonly remarks: readonly string[]
  readonly ms: number
  readonly markdown: string
  readonly items: readonly Item[]
  readonly citations: readonly Citation[]
}

/** What an answer was chosen from. */
export interface Why {
  readonly foreign: string | null
  readonly threshold: number
  readonly candidates: readonly {
    readonly id: string
    readonly title: string
    readonly library: string | null
    /** How it was reached from the question. */
    readonly reason: string
    readonly probability: number
    readonly shown: boolean
  }[]
  readonly node: { readonly id: string; readonly fate: string } | null
}

export interface SourceNode {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly properties: Readonly<Record<string, unknown>>
}

export interface LibraryKey {
  readonly key: string
  readonly title: string
  readonly version: string
}

export interface FeedbackReceipt {
  readonly status: 'accepted' | 'known'
  readonly gap: string | null
  readonly credited: readonly { readonly passed: number }[]
}
