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

/** The mutation that starts a job, and the field of its answer. */
export interface JobToSend {
  readonly mutation: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly field: string
}

export function sentJob(at: Doing, { mutation, variables, field }: JobToSend): SentJob {
  const sent: { id: string | null } = { id: null }
  const go = async () => {
    sent.id = await startedBy(at, mutation, variables)
  }
  return {
    go,
    finish: async (anew = false) => {
      if (sent.id === null || anew) await go()
      if (sent.id === null) return [`STUCK ${field} cannot be started after the fault`]
      const end = await endOf(at.door, sent.id, stuckAfterMs)
      if (end.state !== 'failed') return unlessDone(field, end)
      at.retried.push(`${field}: ${end.code ?? ''} ${end.message ?? ''}`)
      const retry = 'mutation ($id: ID!) { retryJob(id: $id) { id } }'
      const again = await startedBy(at, retry, { id: end.id })
      if (again === null) return [`STUCK ${field}: ${end.id} cannot be started again`]
      return unlessDone(field, await endOf(at.door, again, stuckAfterMs))
    }
  }
}

function startedBy(
  at: Doing,
  mutation: string,
  variables: Readonly<Record<string, unknown>>
): Promise<string | null> {
  return at.ledger.send('Job', async () => {
    const answer = await ask<Record<string, { id: string }>>(at.door, mutation, variables)
    return Object.values(answer)[0]?.id ?? null
  })
}

function unlessDone(
  field: string,
  { id, state, message }: { id: string; state: string; message: string | null }
): string[] {
  return state === 'done' ? [] : [`STUCK ${field}: ${id} is ${state}: ${message ?? ''}`]
}
