import { deletedReason } from '../domain/deleted-trace.js'
import type { Sent } from '../capture/take-in.js'
import type { Ask } from './client.js'

const document = `mutation ($canonical: [JSON!]!) {
  recordTraces(canonical: $canonical, unlessDeleted: true) { status reason expected }
}`

/** Hands traces in with the key of this client; what was deleted stays so. */
export function sendWith(ask: Ask): (traces: readonly unknown[]) => Promise<readonly Sent[]> {
  return async (canonical) => {
    const { recordTraces } = await ask<{ recordTraces: Omit<Sent, 'deleted'>[] }>(document, {
      canonical
    })
    return recordTraces.map((one) => ({ ...one, deleted: one.reason === deletedReason }))
  }
}
