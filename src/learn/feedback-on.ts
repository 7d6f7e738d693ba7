import type { FeedbackOutcome, Helpfulness } from '../domain/credit.js'
import { feedbackOn as feedbackQuery } from '../graph/queries.js'
import { recommendationId } from './check-feedback.js'
import type { FeedbackSender } from './feedback-input.js'
import type { Learner } from './learner.js'
import { unknownRecommendation } from './lock-answer.js'

/** What somebody said of a recommendation. */
export interface FeedbackRecord {
  readonly id: string
  readonly from: FeedbackSender
  readonly by: string
  readonly helpfulness: Helpfulness | null
  readonly outcome: FeedbackOutcome
  readonly tests: { readonly passed: number; readonly failed: number } | null
  /** Ids of the nodes that were named as used. */
  readonly used: readonly string[]
  readonly note: string | null
  readonly needed: string | null
  readonly createdAt: string
}

/** More is not shown of one recommendation. */
const most = 200

/** What was said of a recommendation, latest first. @throws CairnError NOT_FOUND */
export async function feedbackOn(
  learner: Learner,
  recommendation: string
): Promise<FeedbackRecord[]> {
  const id = recommendationId(recommendation)
  const rows = await learner.db.run(feedbackQuery, { id, spaces: learner.spaces, limit: most })
  if (rows.length === 0) throw unknownRecommendation(id)
  return rows.flatMap((row): FeedbackRecord[] => {
    if (row.id === null) return []
    const { testsPassed: passed, testsFailed: failed } = row
    return [
      {
        id: row.id,
        // Only checked values were written.
        from: row.from as FeedbackSender,
        by: row.by ?? '',
        helpfulness: row.helpfulness as Helpfulness | null,
        outcome: row.outcome as FeedbackOutcome,
        tests: passed === null || failed === null ? null : { passed, failed },
        used: row.used,
        note: row.note,
        needed: row.needed,
        createdAt: row.createdAt ?? ''
      }
    ]
  })
}
