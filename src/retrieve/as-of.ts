import { publicSpace } from '../domain/caller.js'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import {
  epochAsOf,
  experienceOf,
  insightLinksAsOf,
  insightsAsOf,
  insightWordsAsOf,
  recallExperience,
  recallTasks
} from '../graph/queries.js'

/**
 * The closed epoch whose insights are to be used; null for those in force now, which is also what
 * the open epoch means.
 * @throws CairnError NOT_FOUND for an epoch that there is not
 */
export async function epochAsked(
  db: Database,
  number: number | undefined,
  spaces: readonly string[]
): Promise<string | null> {
  if (number === undefined) return null
  const known = Number.isSafeInteger(number) ? number : 0
  const [row] = await db.run(epochAsOf, { number: known, space: spaces[0] ?? publicSpace })
  if (row?.id == null) {
    const last = row?.last ?? 0
    const expected = last === 0 ? 'none has been opened yet' : `1 to ${last}`
    throw new CairnError('NOT_FOUND', `There is no epoch ${number}; there are: ${expected}.`, {
      details: { field: 'asOf', value: number, expected }
    })
  }
  return row.state === 'closed' ? row.id : null
}

type ParamsOf<Q> = Q extends { readonly params?: infer P } ? NonNullable<P> : never

/** Experience close in meaning; of insights those in force now, or in the epoch. */
export async function nearExperience(
  db: Database,
  at: ParamsOf<typeof recallExperience>,
  epoch: string | null
) {
  if (epoch === null) return db.run(recallExperience, at)
  const [rows, then] = await Promise.all([
    db.run(recallExperience, at),
    db.run(insightsAsOf, { ...at, epoch })
  ])
  return joined(rows, then, at.limit)
}

/** Experience that shares words with the question; of insights as `nearExperience`. */
export async function experienceInWords(
  db: Database,
  at: ParamsOf<typeof recallTasks>,
  epoch: string | null
) {
  if (epoch === null) return db.run(recallTasks, at)
  const [rows, then] = await Promise.all([
    db.run(recallTasks, at),
    db.run(insightWordsAsOf, { ...at, epoch })
  ])
  return joined(rows, then, at.limit)
}

/** Experience that hangs on what was found; of insights as `nearExperience`. */
export async function linkedExperience(
  db: Database,
  at: ParamsOf<typeof experienceOf>,
  epoch: string | null
) {
  if (epoch === null) return db.run(experienceOf, at)
  const { apis, docs, spaces, perNode } = at
  const [rows, then] = await Promise.all([
    db.run(experienceOf, at),
    db.run(insightLinksAsOf, { apis, docs, spaces, perNode, epoch })
  ])
  return [...rows.filter(notInsight), ...then]
}

function joined<T extends { readonly id: string; readonly label: string; readonly score: number }>(
  rows: readonly T[],
  then: readonly T[],
  limit: number
): T[] {
  return [...rows.filter(notInsight), ...then]
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
}

function notInsight({ label }: { readonly label: string }): boolean {
  return label !== 'Insight'
}
