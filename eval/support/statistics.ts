import { randomFrom } from '../../src/domain/random-from.js'

/** The value below which a share of the sample lies (nearest rank); NaN of nothing. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((a, b) => a - b)
  return (
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN
  )
}

/** The arithmetic mean; 0 of nothing. */
export function mean(sample: readonly number[]): number {
  return sample.length === 0 ? 0 : sample.reduce((sum, value) => sum + value, 0) / sample.length
}

/** A 95 % percentile bootstrap interval of a figure over groups that are drawn whole (2,000 draws, fixed seed). */
export function bootstrap<T>(
  groups: readonly T[],
  figure: (drawn: readonly T[]) => number
): { low: number; high: number } {
  const random = randomFrom(1)
  const figures = Array.from({ length: 2_000 }, () =>
    figure(groups.map(() => groups[Math.floor(random() * groups.length)] as T))
  )
  return { low: percentile(figures, 0.025), high: percentile(figures, 0.975) }
}
