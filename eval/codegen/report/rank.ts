import type { Estimate } from '../../../src/domain/families.js'

/** What a difference lets one say. */
export interface Ranking {
  readonly told: 'higher' | 'lower' | 'too close to tell'
  /** The least true difference that a sample like this would show four times out of five. */
  readonly detectable: number
}

/** Of the normal distribution: 5 % two-sided, and 80 % power. */
const significance = 1.96
const power = 0.84

/**
 * Whether two arms can be ranked: their paired interval must lie on one side of 0. The detectable difference is
 * (1.96 + 0.84) standard errors of the paired difference (Cohen 1988), the error taken from the width of the bootstrap
 * interval. Where no pair differs at all that width says nothing, and the rule of three stands in for it: 3 / problems.
 * @param range from the least to the most that one problem can differ by
 */
export function rank({ low, high, problems }: Estimate, range = 1): Ranking {
  const error = (high - low) / (2 * significance)
  const detectable = error > 0 ? (significance + power) * error : (3 / problems) * range
  if (low > 0) return { told: 'higher', detectable }
  if (high < 0) return { told: 'lower', detectable }
  return { told: 'too close to tell', detectable }
}
