import { familyMean } from '../../domain/families.js'
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

/**
 * Compares weights question by question, each question by the weights that were learned without its family; the interval
 * resamples whole families. Of nothing everything is 0.
 */
export function compareRankings(
  lessons: readonly Lesson[],
  before: Weights,
  afterOf: (family: string) => Weights
): Comparison {
  const judged = lessons.filter((lesson) => lesson.wanted.some((wanted) => wanted > 0))
  if (judged.length === 0) return { before: 0, after: 0, difference: 0, low: 0, high: 0 }
  const scored = judged.map((lesson) => ({
    family: lesson.family,
    before: ndcg(lesson, before),
    after: ndcg(lesson, afterOf(lesson.family))
  }))
  const by = (value: (one: (typeof scored)[number]) => number) =>
    familyMean(scored.map((one) => ({ family: one.family, value: value(one) })))
  const { value: difference, low, high } = by((one) => one.after - one.before)
  const [{ value: was }, { value: is }] = [by((one) => one.before), by((one) => one.after)]
  return { before: was, after: is, difference, low, high }
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
