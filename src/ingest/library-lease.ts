import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { leaseName, leasesOf, type Lease } from '../graph/lease.js'

/** One process at a time ingests a library. @throws CairnError ALREADY_RUNNING, CANCELLED */
export async function leaseOfLibrary(
  db: Database,
  id: string,
  signal: AbortSignal | undefined
): Promise<Lease> {
  throwIfCancelled(signal)
  const lease = await leasesOf(db)
    .takeOver(leaseName(id), signal ?? new AbortController().signal)
    .catch((error: unknown) => {
      throwIfCancelled(signal)
      throw error
    })
  if (lease !== null) return lease
  throw new CairnError(
    'ALREADY_RUNNING',
    `'${id}' is being ingested by another process; expected one at a time. Wait for it to end, then retry.`,
    { details: { field: 'library', value: id } }
  )
}

/** @throws CairnError CANCELLED */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new CairnError(
      'CANCELLED',
      'The ingestion was cancelled; what was written stays, and the same command goes on from there.'
    )
  }
}
