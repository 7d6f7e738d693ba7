import { featureNames } from '../features.js'
import type { RankingWeights, Weights } from '../ranking-weights.js'

/** Id of what was learned in a space. */
export function rankingId(space: string): string {
  return `ranking:${space}`
}

/** Weights as the graph keeps them. */
export function packRanking(embedder: string, weights: RankingWeights): string {
  const { documentation, experience } = weights
  return JSON.stringify({ embedder, documentation, experience })
}

/** Weights that were learned, and with which embedder. */
export interface StoredRanking extends RankingWeights {
  readonly embedder: string
}

export function unpackRanking(text: string): StoredRanking {
  return JSON.parse(text) as StoredRanking
}

/** Weights of another embedder, or of features that this version of Cairn does not have, mean nothing here. */
export function isUsable(ranking: StoredRanking, embedder: string): boolean {
  const { documentation, experience } = ranking
  return ranking.embedder === embedder && fits(documentation) && fits(experience)
}

function fits(weights: Weights): boolean {
  return (
    weights.length === featureNames.length &&
    weights.every(({ feature }, i) => feature === featureNames[i])
  )
}
