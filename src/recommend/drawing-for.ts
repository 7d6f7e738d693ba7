import { publicSpace } from '../domain/caller.js'
import { lotOf } from '../domain/task-lot.js'
import type { Database } from '../graph/database.js'
import { seedWithholding, withholdIn } from '../graph/queries.js'
import { defaultWithholdShare, noDrawing, type Drawing } from './withhold.js'

/** What decides how lots are drawn for an answer. */
export interface DrawnFor {
  /** The task in words. */
  readonly task: string
  readonly spaces: readonly string[]
  readonly withholdShare?: number
  readonly asOf?: number
  readonly placeOf?: Drawing['placeOf']
}

/**
 * How the insights of an answer are drawn for: by the task and not by the call, so that who asks again sees the same.
 * The space in which the answer is recorded decides whether; an answer as of an epoch shows exactly what was in force.
 */
export async function drawingFor(
  db: Pick<Database, 'run'>,
  { task, spaces, withholdShare: share = defaultWithholdShare, asOf, placeOf }: DrawnFor
): Promise<Drawing> {
  if (share <= 0 || asOf !== undefined) return noDrawing
  const space = spaces[0] ?? publicSpace
  const [row] = await db.run(withholdIn, { space })
  if (row?.withhold === false) return noDrawing
  if (placeOf !== undefined) return { share, placeOf }
  const seed = row?.seed ?? (await newSeed(db))
  return { share, placeOf: (insight) => lotOf({ seed, task, space }, insight) }
}

/** The first answer of a graph makes its seed; of two at once both get the same. */
async function newSeed(db: Pick<Database, 'run'>): Promise<string> {
  const [row] = await db.run(seedWithholding, {})
  return row?.seed ?? ''
}
