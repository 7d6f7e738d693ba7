import { randomFrom } from './random-from.js'

/** A figure of one problem; problems of one family are no independent draws. */
export interface FamilyValue {
  readonly family: string
  readonly value: number
}

/** A mean with its 95 % interval. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly problems: number
  readonly families: number
}

const resamples = 2_000

/** The mean with a percentile bootstrap that resamples whole families (Efron 1979; cluster bootstrap); NaN of nothing. */
export function familyMean(values: readonly FamilyValue[], seed = 1): Estimate {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const { family, value } of values) {
    const before = sums.get(family) ?? { sum: 0, count: 0 }
    sums.set(family, { sum: before.sum + value, count: before.count + 1 })
  }
  const families = [...sums.values()]
  const random = randomFrom(seed)
  const draws = Array.from({ length: families.length === 0 ? 0 : resamples }, () =>
    meanOf(families.map(() => families[Math.floor(random() * families.length)]))
  ).sort((a, b) => a - b)
  return {
    value: meanOf(families),
    low: draws[Math.floor(0.025 * resamples)] ?? NaN,
    high: draws[Math.ceil(0.975 * resamples) - 1] ?? NaN,
    problems: values.length,
    families: families.length
  }
}

function meanOf(families: readonly ({ sum: number; count: number } | undefined)[]): number {
  const sum = families.reduce((total, family) => total + (family?.sum ?? 0), 0)
  return sum / families.reduce((total, family) => total + (family?.count ?? 0), 0)
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
