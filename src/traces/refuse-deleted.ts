import { deletedReason } from '../domain/deleted-trace.js'
import type { Database } from '../graph/database.js'
import { deletedAmong } from '../graph/queries.js'
import { isPrepared, type Prepared } from './prepare-trace.js'
import { rejection } from './trace-receipt.js'

/** The further tasks of a session go by its name: who deleted that meant what it held, before it was divided too. */
const furtherTask = /\/task-\d+$/

function sessionOf(id: string): string {
  return id.replace(furtherTask, '')
}

/** Traces that somebody deleted are rejected: what is handed in by itself must not bring them back. */
export async function refuseDeleted(
  db: Pick<Database, 'run'>,
  traces: readonly Prepared[]
): Promise<Prepared[]> {
  const ids = traces.flatMap((one) => (isPrepared(one) ? [one.id, sessionOf(one.id)] : []))
  if (ids.length === 0) return [...traces]
  const deleted = new Set((await db.run(deletedAmong, { ids })).map(({ id }) => id))
  return traces.map((one) =>
    isPrepared(one) && (deleted.has(one.id) || deleted.has(sessionOf(one.id)))
      ? rejection({
          path: 'id',
          reason: deletedReason,
          expected: 'a session that was not deleted; `cairn import traces` takes it in again'
        })
      : one
  )
}
