import { ask } from './client.js'
import type { Doing } from './doing.js'

/** Hands attempts in. @returns how many were not there yet */
export async function recordAll(at: Doing, canonical: readonly unknown[]): Promise<number> {
  const { recordTraces } = await ask<{ recordTraces: readonly Receipt[] }>(
    at.door,
    'mutation ($canonical: [JSON!]!) { recordTraces(canonical: $canonical) { status trace reason } }',
    { canonical }
  )
  for (const { trace } of recordTraces) await at.ledger.send('Trace', () => Promise.resolve(trace))
  return recordTraces.filter(({ status }) => status !== 'known').length
}

interface Receipt {
  readonly status: string
  readonly trace: string | null
  readonly reason: string | null
}
