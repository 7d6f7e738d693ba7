import { effectOfRows, type OutcomeRow } from '../domain/effect-rows.js'
import type { Effect } from '../domain/effect.js'
import { drawnIn, insightOutcomes } from '../graph/queries.js'
import { mostAnswers } from './insight-effects.js'
import type { Learner } from './learner.js'

/** An insight without which answers do better. */
export interface MeasuredHarm {
  readonly insight: string
  readonly effect: Effect & { readonly effect: number; readonly low: number; readonly high: number }
}

/**
 * The insights of an answer whose whole interval lies below zero, by the answers of their own space alone, of which no
 * principal has more than all others together. It is looked at after every feedback, so over a long time a few of them
 * are harmless: hence nothing is decided by this, an insight only waits for a curator.
 */
export async function harmfulIn(
  { db, space }: Pick<Learner, 'db' | 'space'>,
  recommendation: string
): Promise<MeasuredHarm[]> {
  const drawn = await db.run(drawnIn, { id: recommendation, space })
  const harmful: MeasuredHarm[] = []
  for (const { id, since } of drawn) {
    const at = { ids: [id], spaces: [space], most: mostAnswers, since }
    const [row] = await db.run(insightOutcomes, at)
    const counts = (row?.counts ?? []) as unknown as readonly OutcomeRow[]
    const effect = effectOfRows(counts)
    if (isHarm(effect)) harmful.push({ insight: id, effect })
  }
  return harmful
}

function isHarm(effect: Effect): effect is MeasuredHarm['effect'] {
  return effect.effect !== null && effect.low !== null && effect.high !== null && effect.high < 0
}
