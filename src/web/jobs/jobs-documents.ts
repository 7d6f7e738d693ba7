const job = /* GraphQL */ `
  fragment JobFields on Job {
    id
    kind
    label
    state
    done
    total
    result
    code
    message
    startedAt
    finishedAt
  }
`

export const jobsDocument = /* GraphQL */ `
  query Jobs($limit: Int!) {
    jobs(first: $limit) {
      totalCount
      nodes {
        ...JobFields
      }
    }
  }
  ${job}
`

export const retryDocument = /* GraphQL */ `
  mutation RetryJob($id: ID!) {
    retryJob(id: $id) {
      id
    }
  }
`

export const jobDocument = /* GraphQL */ `
  query Job($id: ID!) {
    job(id: $id) {
      ...JobFields
    }
  }
  ${job}
`

export const cancelDocument = /* GraphQL */ `
  mutation CancelJob($id: ID!) {
    cancelJob(id: $id) {
      id
      state
    }
  }
`

export const curateDocument = /* GraphQL */ `
  mutation Curate {
    runCuration {
      id
    }
  }
`

export const jobChanged = 'subscription { jobChanged { id state done total } }'

export interface Job {
  readonly id: string
  readonly kind: string
  readonly label: string
  readonly state: string
  readonly done: number
  readonly total: number
  readonly result: unknown
  readonly code: string | null
  readonly message: string | null
  readonly startedAt: string
  readonly finishedAt: string | null
}

export const running = (job: Job) => job.state === 'running' || job.state === 'queued'
