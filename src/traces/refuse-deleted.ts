import { deletedReason } from '../domain/deleted-trace.js'
import type { Database } from '../graph/database.js'
import { deletedAmong } from '../graph/queries.js'
import { isPrepared, type Prepared } from './prepare-trace.js'
import { rejection } from './trace-receipt.js'

/** Traces that somebody deleted are rejected: what is handed in by itself must not bring them back. */
export async function refuseDeleted(
  db: Pick<Database, 'run'>,
  traces: readonly Prepared[]
): Promise<Prepared[]> {
  const ids = traces.flatMap((one) => (isPrepared(one) ? [one.id] : []))
  if (ids.length === 0) return [...traces]
  const deleted = new Set((await db.run(deletedAmong, { ids })).map(({ id }) => id))
  return traces.map((one) =>
    isPrepared(one) && deleted.has(one.id)
      ? rejection({
          path: 'id',
          reason: deletedReason,
          expected: 'a session that was not deleted; `cairn import traces` takes it in again'
        })
      : one
  )
}
