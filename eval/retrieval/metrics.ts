import { randomFrom } from '../../src/domain/random-from.js'

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

const resamples = 2_000

/**
 * 95 % percentile bootstrap of a mean, resampling whole families (Efron 1979; cluster bootstrap):
 * questions of one family are not independent.
 */
export function familyInterval(
  scored: readonly Scored[],
  metric: Metric,
  seed = 1
): [low: number, high: number] {
  const byFamily = new Map<string, { sum: number; count: number }>()
  for (const { family, [metric]: value } of scored) {
    const before = byFamily.get(family) ?? { sum: 0, count: 0 }
    byFamily.set(family, { sum: before.sum + value, count: before.count + 1 })
  }
  const families = [...byFamily.values()]
  if (families.length === 0) return [NaN, NaN]
  const random = randomFrom(seed)
  const means = Array.from({ length: resamples }, () => {
    let sum = 0
    let count = 0
    for (let i = 0; i < families.length; i += 1) {
      const family = families[Math.floor(random() * families.length)]
      sum += family?.sum ?? 0
      count += family?.count ?? 0
    }
    return sum / count
  }).sort((a, b) => a - b)
  return [
    means[Math.floor(0.025 * resamples)] ?? NaN,
    means[Math.ceil(0.975 * resamples) - 1] ?? NaN
  ]
}

/** Deals families into folds, the same way every time for the same seed. */
export function familyFolds(
  families: readonly string[],
  folds: number,
  seed = 1
): Map<string, number> {
  const random = randomFrom(seed)
  const shuffled = [...new Set(families)]
    .sort()
    .map((family) => ({ family, at: random() }))
    .sort((a, b) => a.at - b.at)
  return new Map(shuffled.map(({ family }, i) => [family, i % folds]))
}
