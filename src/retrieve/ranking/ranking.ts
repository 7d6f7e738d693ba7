import type { Database } from '../../graph/database.js'
import { forgetRanking, rankingOf } from '../../graph/queries.js'
import { rankingWeights, type Weights } from '../ranking-weights.js'
import type { RankingReport } from './learn-ranking.js'
import { isUsable, rankingId, unpackRanking } from './stored-ranking.js'

/** The order of documentation as it was last learned in a space. */
export interface LearnedRanking extends RankingReport {
  /** ISO 8601. */
  readonly learnedAt: string
  /** Features whose weight was changed most, with both weights, most changed first; none where it is not in force. */
  readonly changes: readonly WeightChange[]
}

export interface WeightChange {
  readonly feature: string
  /** In standard deviations of the feature: before, as Cairn comes, and as learned. */
  readonly before: number
  readonly after: number
}

export interface Ranking {
  /** Null where nothing was learned in the space yet. */
  ranking(): Promise<LearnedRanking | null>
  /** Puts the shipped order in force again. @returns whether another was */
  forgetRanking(): Promise<boolean>
}

const mostChanges = 8

/** What was learned in a space, for questions that this embedder embeds. */
export function createRanking(
  db: Database,
  at: { readonly space: string; readonly embedder: string; readonly forget: () => void }
): Ranking {
  const { space, embedder, forget } = at
  const id = rankingId(space)
  return {
    ranking: async () => {
      const [row] = await db.run(rankingOf, { id })
      if (row?.report == null) return null
      const report = JSON.parse(row.report) as RankingReport
      const kept = row.ranking === null ? null : unpackRanking(row.ranking)
      const learned = kept !== null && isUsable(kept, embedder) ? kept : null
      return {
        ...report,
        learnedAt: row.learnedAt ?? '',
        inForce: learned !== null,
        reason: kept !== null && learned === null ? staleReason(kept.embedder) : report.reason,
        changes: learned === null ? [] : changesOf(learned.experience)
      }
    },
    forgetRanking: async () => {
      const [row] = await db.run(forgetRanking, { id })
      forget()
      return row?.forgotten === true
    }
  }
}

function staleReason(embedder: string): string {
  return `It was learned with ${embedder} or by another version of Cairn and is not used: learn it anew.`
}

function changesOf(learned: Weights): WeightChange[] {
  return learned
    .map(({ feature, weight }, i) => ({
      feature,
      before: rankingWeights.experience[i]?.weight ?? 0,
      after: weight
    }))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, mostChanges)
}
