import { setTimeout as wait } from 'node:timers/promises'
import { Refused } from './ledger.js'

/** Where a Cairn answers now; it may be another place after each start. */
export interface Door {
  url(): string
  key(): string
}

/** The longest that an answer is waited for; a writer waits for a backup that holds the gate. */
const patienceMs = 60_000
/** What a fault may bring about; anything else is refused, or is our fault. */
const passing = [
  'GRAPH_UNAVAILABLE',
  'MODEL_UNAVAILABLE',
  'DISK_FULL',
  'TOO_MANY',
  'CANCELLED',
  'UNAUTHENTICATED'
]

/**
 * Asks over GraphQL. @throws Refused where Cairn answers that it will not, or that it failed in a way that it has no
 * words for; Error where nothing was heard
 */
export async function ask<T>(
  door: Door,
  query: string,
  variables: Readonly<Record<string, unknown>> = {}
): Promise<T> {
  const response = await fetch(`${door.url()}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${door.key()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(patienceMs)
  })
  const { data, errors } = (await response.json()) as {
    data?: T
    errors?: readonly Said[]
  }
  const [error] = errors ?? []
  if (error === undefined && data !== undefined) return data
  throw failureOf(response.status, error)
}

interface Said {
  readonly message: string
  readonly extensions?: { readonly code?: string }
}

function failureOf(status: number, error: Said | undefined): Error {
  const code = error?.extensions?.code ?? `status ${status}`
  const said = `${code}: ${error?.message ?? ''}`
  return passing.includes(code) || status === 503 ? new Error(said) : new Refused(said)
}

export interface SeenJob {
  readonly id: string
  readonly state: string
  readonly code: string | null
  readonly message: string | null
}

/** A job once it has ended; as it stands where that takes too long. */
export async function endOf(door: Door, id: string, withinMs: number): Promise<SeenJob> {
  const until = performance.now() + withinMs
  for (;;) {
    const { job } = await ask<{ job: SeenJob }>(
      door,
      'query ($id: ID!) { job(id: $id) { id state code message } }',
      { id }
    )
    const over = job.state !== 'queued' && job.state !== 'running'
    if (over || performance.now() > until) return job
    await wait(200)
  }
}
