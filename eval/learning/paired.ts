import { randomFrom } from '../../src/domain/random-from.js'
import { familyInterval, mean, type Metric, type Scored } from '../retrieval/metrics.js'

/** A figure with its 95 % interval. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The mean of a metric; families are resampled. */
export function meanOf(scored: readonly Scored[], metric: Metric): Estimate {
  const [low, high] = familyInterval(scored, metric)
  return { value: mean(scored.map((one) => one[metric])), low, high }
}

/** How much higher the second is, question by question; families are resampled. */
export function pairedDifference(
  before: readonly Scored[],
  after: readonly Scored[],
  metric: Metric
): Estimate {
  return meanOf(
    pairs(before, after).map(([a, b]) => ({ ...b, [metric]: b[metric] - a[metric] })),
    metric
  )
}

const resamples = 2_000

/**
 * How much higher the mean of the second is as a share of the mean of the first: percentile bootstrap of the
 * ratio (Efron 1979), resampling families, both sides by the same draw; draws
 * without a base are passed over. NaN where the first mean is 0.
 */
export function relativeGain(
  before: readonly Scored[],
  after: readonly Scored[],
  metric: Metric
): Estimate {
  const families = new Map<string, { before: number; after: number }>()
  for (const [a, b] of pairs(before, after)) {
    const sums = families.get(a.family) ?? { before: 0, after: 0 }
    families.set(a.family, { before: sums.before + a[metric], after: sums.after + b[metric] })
  }
  const sums = [...families.values()]
  const random = randomFrom(1)
  const gains = Array.from({ length: resamples }, () =>
    gainOf(sums.map(() => sums[Math.floor(random() * sums.length)] ?? { before: 0, after: 0 }))
  )
    .filter((gain) => !Number.isNaN(gain))
    .sort((a, b) => a - b)
  return {
    value: gainOf(sums),
    low: gains[Math.floor(0.025 * gains.length)] ?? NaN,
    high: gains[Math.ceil(0.975 * gains.length) - 1] ?? NaN
  }
}

function gainOf(sums: readonly { readonly before: number; readonly after: number }[]): number {
  const before = sums.reduce((sum, one) => sum + one.before, 0)
  const after = sums.reduce((sum, one) => sum + one.after, 0)
  return before === 0 ? NaN : after / before - 1
}

/** @throws Error where the second lacks a question of the first: a mean over others is no pair */
function pairs(before: readonly Scored[], after: readonly Scored[]): [Scored, Scored][] {
  const later = new Map(after.map((one) => [one.id, one]))
  return before.map((one) => {
    const other = later.get(one.id)
    if (other === undefined) throw new Error(`${one.id} was judged on one side only`)
    return [one, other]
  })
}
