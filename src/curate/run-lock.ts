import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { leasesOf, type Lease } from '../graph/lease.js'

/** The right to curate a space. */
export type RunLock = Pick<Lease, 'hold' | 'release'>

/** Also the name of the lease: both stand on one node. */
export function curationId(space: string): string {
  return `curation:${space}`
}

/**
 * Takes the lock of a space; the run of a holder that died is taken up.
 * @throws CairnError ALREADY_RUNNING where another run goes on, CANCELLED
 */
export async function takeLock(db: Database, space: string, signal: AbortSignal): Promise<RunLock> {
  throwIfStopped(signal)
  const lease = await leasesOf(db)
    .takeOver(curationId(space), signal)
    .catch((error: unknown) => {
      throw signal.aborted ? stopped() : error
    })
  if (lease === null) throw running(space)
  return lease
}

/** @throws CairnError CANCELLED */
export function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw stopped()
}

function stopped(): CairnError {
  return new CairnError('CANCELLED', 'Curation was stopped; the next run resumes it.')
}

function running(space: string): CairnError {
  return new CairnError(
    'ALREADY_RUNNING',
    `Space '${space}' is being curated by another run; expected one at a time. Wait for it to end.`,
    { details: { field: 'space', value: space } }
  )
}
