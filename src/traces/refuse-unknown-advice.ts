import type { Database } from '../graph/database.js'
import { recommendationsIn } from '../graph/queries.js'
import { isPrepared, type Prepared } from './prepare-trace.js'
import { rejection } from './trace-receipt.js'

/** Traces that say they followed a recommendation which is not there, or not for whoever made them, are rejected. */
export async function refuseUnknownAdvice(
  db: Pick<Database, 'run'>,
  traces: readonly Prepared[],
  { space, spaces = [space] }: { readonly space: string; readonly spaces?: readonly string[] }
): Promise<Prepared[]> {
  const followed = (one: Prepared) => (isPrepared(one) ? one.trace.followed : undefined)
  const ids = traces.flatMap((one) => namesOf(followed(one)))
  if (ids.length === 0) return [...traces]
  const rows = await db.run(recommendationsIn, { ids, spaces: [...spaces] })
  const there = new Set(rows.map(({ id }) => id))
  return traces.map((one) => {
    const names = namesOf(followed(one))
    if (names.length === 0 || names.some((name) => there.has(name))) return one
    return rejection({
      path: 'followed',
      reason: `there is no recommendation '${(followed(one) ?? '').slice(0, 100)}' here`,
      expected: 'the id that an answer was recorded as'
    })
  })
}

/** An id goes with `recommendation:` before it, and without. */
function namesOf(followed: string | undefined): string[] {
  return followed === undefined ? [] : [followed, `recommendation:${followed}`]
}
