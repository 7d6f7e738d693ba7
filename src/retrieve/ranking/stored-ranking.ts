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

/** Null for weights of another embedder, or of features that this version of Cairn does not have: they mean nothing here. */
export function unpackRanking(text: string, embedder: string): RankingWeights | null {
  const kept = JSON.parse(text) as RankingWeights & { readonly embedder: string }
  const { documentation, experience } = kept
  return kept.embedder === embedder && fits(documentation) && fits(experience)
    ? { documentation, experience }
    : null
}

function fits(weights: Weights): boolean {
  return (
    weights.length === featureNames.length &&
    weights.every(({ feature }, i) => feature === featureNames[i])
  )
}
