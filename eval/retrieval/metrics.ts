import { familyMean } from '../../src/domain/families.js'

/** How one question went. */
export interface Scored {
  readonly id: string
  readonly library: string
  readonly family: string
  readonly ndcg10: number
  readonly recall10: number
  readonly recall50: number
  readonly mrr: number
  /** Whether everything that the solution needs stands among the first ten. */
  readonly complete10: number
}

export const metricNames = ['ndcg10', 'recall10', 'recall50', 'mrr', 'complete10'] as const
export type Metric = (typeof metricNames)[number]

/**
 * Judges a ranked list of labels by binary relevance. NDCG divides by the best order that is
 * possible (Järvelin and Kekäläinen 2002); labels that no list can hold stay in the denominator.
 */
export function judge(
  ranked: readonly string[],
  wanted: ReadonlySet<string>
): Pick<Scored, Metric> {
  const gain = (rank: number) => 1 / Math.log2(rank + 2)
  const dcg = ranked
    .slice(0, 10)
    .reduce((sum, label, rank) => sum + (wanted.has(label) ? gain(rank) : 0), 0)
  const ideal = Array.from({ length: Math.min(10, wanted.size) }, (_, rank) => gain(rank))
  const share = (k: number) =>
    ranked.slice(0, k).filter((label) => wanted.has(label)).length / wanted.size
  const first = ranked.findIndex((label) => wanted.has(label))
  return {
    ndcg10: dcg / ideal.reduce((sum, g) => sum + g, 0),
    recall10: share(10),
    recall50: share(50),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    complete10: share(10) === 1 ? 1 : 0
  }
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** 95 % interval of the mean of a metric: questions of one family are not independent. */
export function familyInterval(
  scored: readonly Scored[],
  metric: Metric,
  seed = 1
): [low: number, high: number] {
  const values = scored.map(({ family, [metric]: value }) => ({ family, value }))
  const { low, high } = familyMean(values, seed)
  return [low, high]
}
