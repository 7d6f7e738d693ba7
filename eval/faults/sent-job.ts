import { ask, endOf } from './client.js'
import type { Doing } from './doing.js'

/** The longest that a job may take to end after a fault: a lease elsewhere is watched for 15 s before it is taken over. */
const stuckAfterMs = 90_000

/** Work whose receipt is a promise: it is done in the end, once it is written down. */
export interface SentJob {
  go(): Promise<void>
  /** @param anew start it again, whatever became of the first */
  finish(anew?: boolean): Promise<string[]>
}

export function sentJob(
  at: Doing,
  mutation: string,
  variables: Readonly<Record<string, unknown>>,
  field: string
): SentJob {
  let id: string | null = null
  const go = async () => {
    id = await at.ledger.send('Job', async () => {
      const answer = await ask<Record<string, { id: string }>>(at.door, mutation, variables)
      return answer[field]?.id ?? null
    })
  }
  const finish = async (anew = false): Promise<string[]> => {
    if (id === null || anew) await go()
    if (id === null) return [`STUCK ${field} cannot be started after the fault`]
    const end = await endOf(at.door, id, stuckAfterMs)
    if (end.state === 'done') return []
    if (end.state !== 'failed')
      return [`STUCK ${field}: ${end.id} is ${end.state} after ${stuckAfterMs / 1000} s`]
    at.retried.push(`${field}: ${end.code ?? ''} ${end.message ?? ''}`)
    const retry = 'mutation ($id: ID!) { retryJob(id: $id) { id } }'
    const again = await at.ledger.send(
      'Job',
      async () =>
        (await ask<{ retryJob: { id: string } }>(at.door, retry, { id: end.id })).retryJob.id
    )
    if (again === null) return [`STUCK ${field}: ${end.id} cannot be started again`]
    const second = await endOf(at.door, again, stuckAfterMs)
    return second.state === 'done'
      ? []
      : [`STUCK ${field}: ${second.id} is ${second.state}: ${second.message ?? ''}`]
  }
  return { go, finish }
}
