import type { Candidate } from './candidate.js'
import { featuresOf } from './features.js'
import type { Intent } from './intent.js'
import type { Plan } from './plan.js'
import type { Weights } from './ranking-weights.js'

/** Reciprocal-rank fusion (Cormack et al. 2009) with a smaller constant than the usual 60: our lists are short and their tops are good. */
export const fusionConstant = 20

/** Softens the odds, so that a good second is not said to be worthless; it changes no order. */
const temperature = 2

export interface ScoredCandidate {
  readonly candidate: Candidate
  /** From 0 to 1, 1 for the best. */
  readonly score: number
}

/**
 * Orders documentation by the learned weights: a linear score of what is known of each candidate,
 * as odds against the best. Ties are broken by id. Pure.
 */
export function scoreLearned(
  candidates: readonly Candidate[],
  at: { intent: Intent; question: string },
  weights: Weights
): ScoredCandidate[] {
  const rows = featuresOf(candidates, at)
  const raw = rows.map((row) => linear(row, weights))
  const top = raw.reduce((a, b) => Math.max(a, b), -Infinity)
  return sorted(
    candidates.map((candidate, i) => ({
      candidate,
      score: Math.exp(((raw[i] ?? 0) - top) / temperature)
    }))
  )
}

/** The score of one row of features before it is compared with others. */
export function linear(row: ArrayLike<number>, weights: Weights): number {
  return weights.reduce((sum, w, i) => sum + (w.weight * ((row[i] ?? 0) - w.mean)) / w.deviation, 0)
}

/** Orders documentation by weighted ranks alone; raw scores of different searches are never added. Pure. */
export function scoreByRanks(
  candidates: readonly Candidate[],
  weights: Plan['weights']
): ScoredCandidate[] {
  const by: Readonly<Record<string, number>> = weights
  const raw = candidates.map((candidate) =>
    candidate.found.reduce(
      (sum, hit) => sum + (by[hit.source] ?? 0) / (fusionConstant + hit.rank),
      0
    )
  )
  const top = raw.reduce((a, b) => Math.max(a, b), Number.MIN_VALUE)
  return sorted(candidates.map((candidate, i) => ({ candidate, score: (raw[i] ?? 0) / top })))
}

function sorted(scored: ScoredCandidate[]): ScoredCandidate[] {
  return scored.sort(
    (a, b) => b.score - a.score || (a.candidate.entry < b.candidate.entry ? -1 : 1)
  )
}
