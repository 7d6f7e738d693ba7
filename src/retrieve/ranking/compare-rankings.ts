import { randomFrom } from '../../domain/random-from.js'
import type { Weights } from '../ranking-weights.js'
import { linear } from '../score-documents.js'
import type { Lesson } from './listwise.js'

/** How two orders do on questions that neither was learned from. */
export interface Comparison {
  /** Mean NDCG@10 of the one and of the other. */
  readonly before: number
  readonly after: number
  readonly difference: number
  /** Its 95 % interval. */
  readonly low: number
  readonly high: number
}

const resamples = 2_000

/**
 * Compares weights question by question, each question by the weights that were learned without its family; the interval is a
 * percentile bootstrap that resamples whole families (Efron 1979).
 */
export function compareRankings(
  lessons: readonly Lesson[],
  before: Weights,
  afterOf: (family: string) => Weights
): Comparison {
  const scored = lessons
    .filter((lesson) => lesson.wanted.some((wanted) => wanted > 0))
    .map((lesson) => ({
      family: lesson.family,
      before: ndcg(lesson, before),
      after: ndcg(lesson, afterOf(lesson.family))
    }))
  const families = new Map<string, { sum: number; count: number }>()
  for (const { family, before: was, after } of scored) {
    const { sum, count } = families.get(family) ?? { sum: 0, count: 0 }
    families.set(family, { sum: sum + after - was, count: count + 1 })
  }
  const [low, high] = interval([...families.values()])
  const beforeMean = mean(scored.map((one) => one.before))
  const afterMean = mean(scored.map((one) => one.after))
  return { before: beforeMean, after: afterMean, difference: afterMean - beforeMean, low, high }
}

function interval(families: readonly { sum: number; count: number }[]): [number, number] {
  if (families.length === 0) return [0, 0]
  const random = randomFrom(1)
  const means = Array.from({ length: resamples }, () => {
    let [sum, count] = [0, 0]
    for (let i = 0; i < families.length; i += 1) {
      const drawn = families[Math.floor(random() * families.length)]
      sum += drawn?.sum ?? 0
      count += drawn?.count ?? 0
    }
    return sum / Math.max(1, count)
  }).sort((a, b) => a - b)
  return [means[Math.floor(0.025 * resamples)] ?? 0, means[Math.ceil(0.975 * resamples) - 1] ?? 0]
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

const cutoff = 10

/** Normalised discounted cumulative gain with how much each candidate is wanted as its gain (Järvelin and Kekäläinen 2002). */
export function ndcg({ rows, wanted }: Pick<Lesson, 'rows' | 'wanted'>, weights: Weights): number {
  const order = rows
    .map((row, i) => ({ score: linear(row, weights), i }))
    .sort((a, b) => b.score - a.score || a.i - b.i)
  const gain = (values: readonly number[]) =>
    values.slice(0, cutoff).reduce((sum, value, rank) => sum + value / Math.log2(rank + 2), 0)
  const ideal = gain([...wanted].sort((a, b) => b - a))
  return ideal === 0 ? 0 : gain(order.map(({ i }) => wanted[i] ?? 0)) / ideal
}
