import { evidenceHalfLifeMs } from '../domain/credit.js'
import { successOf, utilityOf, type Evidence, type Success } from '../domain/learned-success.js'
import { evidenceOf as evidenceQuery } from '../graph/queries.js'
import type { Learner } from './learner.js'

/** What outcomes say of a node now. */
export interface NodeEvidence extends Evidence, Success {
  readonly id: string
  /** Feedbacks that named it as used. */
  readonly uses: number
  /** Multiplier for ranking, around 1. */
  readonly utility: number
}

/** Evidence by node, in order of id; nodes of which nothing is known are missing. */
export async function evidenceOf(
  learner: Learner,
  ids: readonly string[]
): Promise<NodeEvidence[]> {
  const { db, spaces } = learner
  const now = learner.now()
  const rows = await db.run(evidenceQuery, {
    ids,
    spaces,
    now,
    halfLife: evidenceHalfLifeMs
  })
  return rows.map((row) => ({ ...row, ...successOf(row, now), utility: utilityOf(row, now) }))
}
