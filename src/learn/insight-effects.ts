import { effectOfRows, type OutcomeRow } from '../domain/effect-rows.js'
import type { Effect } from '../domain/effect.js'
import { CairnError } from '../errors.js'
import { insightOutcomes, insightsDrawn } from '../graph/queries.js'
import type { Learner } from './learner.js'

/** The measured effect of an insight. */
export interface InsightEffect extends Effect {
  readonly insight: string
  readonly title: string
}

/** The latest answers that are looked at for one insight. */
export const mostAnswers = 100_000

/** @throws CairnError NOT_FOUND */
export async function effectOf(learner: Learner, insight: string): Promise<InsightEffect> {
  const [effect] = await effectsOf(learner, [insight])
  if (effect !== undefined) return effect
  const value = insight.slice(0, 100)
  throw new CairnError(
    'NOT_FOUND',
    `There is no insight '${value}' here; expected the id of an insight.`,
    { details: { field: 'insight', value, expected: 'the id of an insight' } }
  )
}

/** Effects of the insights that lots decided on most often, in this order. */
export async function effects(learner: Learner, limit: number): Promise<InsightEffect[]> {
  const { db, spaces } = learner
  const drawn = await db.run(insightsDrawn, { spaces, limit })
  const ids = drawn.map(({ id }) => id)
  const found = new Map((await effectsOf(learner, ids)).map((one) => [one.insight, one]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function effectsOf(learner: Learner, ids: readonly string[]): Promise<InsightEffect[]> {
  const { db, spaces } = learner
  const rows = await db.run(insightOutcomes, { ids, spaces, most: mostAnswers, since: 0 })
  return rows.map(({ id, title, counts }) => ({
    insight: id,
    title,
    ...effectOfRows(counts as unknown as readonly OutcomeRow[])
  }))
}
