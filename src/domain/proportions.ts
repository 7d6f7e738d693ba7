import type { Arm, Stratum } from './effect.js'

/** The 97.5 % point of the normal distribution. */
export const z95 = 1.959963984540054

export interface Difference {
  readonly effect: number
  readonly low: number
  readonly high: number
}

/**
 * Difference of two independent proportions with its 95 % interval by the hybrid score method without continuity
 * correction: R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of
 * eleven methods", Statistics in Medicine 17 (1998) 873-890, method 10. Neither arm may be empty; counts need not be whole.
 */
export function differenceOfProportions(one: Arm, other: Arm): Difference {
  const [p1, p2] = [one.passed / one.n, other.passed / other.n]
  const [w1, w2] = [wilson(one), wilson(other)]
  return {
    effect: p1 - p2,
    low: p1 - p2 - Math.hypot(p1 - w1.low, w2.high - p2),
    high: p1 - p2 + Math.hypot(w1.high - p1, p2 - w2.low)
  }
}

/** A share with its 95 % interval, and of how many; nulls where there are none. */
export interface Share {
  readonly n: number
  readonly count: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

/** The share that passed, with Wilson's interval. */
export function shareOf(arm: Arm): Share {
  const { n, passed: count } = arm
  if (n === 0) return { n, count, share: null, low: null, high: null }
  const { low, high } = wilson(arm)
  return { n, count, share: count / n, low: Math.max(0, low), high: Math.min(1, high) }
}

/** Wilson's score interval of one proportion (1927). */
function wilson({ n, passed }: Arm): { low: number; high: number } {
  const p = passed / n
  const middle = p + (z95 * z95) / (2 * n)
  const reach = z95 * Math.sqrt((p * (1 - p)) / n + (z95 * z95) / (4 * n * n))
  const scale = 1 + (z95 * z95) / n
  return { low: (middle - reach) / scale, high: (middle + reach) / scale }
}

/**
 * The Mantel-Haenszel risk difference of independent answers with the variance of T. Sato, "On the variance estimator
 * for the Mantel-Haenszel risk difference", Biometrics 45 (1989) 1323-1324, which holds for a few large strata and for
 * many small ones. Where that variance is zero (every answer ended alike) the interval of the pooled arms stands in.
 */
export function waldOfStrata(
  strata: readonly Stratum[]
): Difference & { readonly variance: number } {
  let [top, weight, p, q] = [0, 0, 0, 0]
  for (const { shown, withheld } of strata) {
    const [n1, x1, n0, x0] = [shown.n, shown.passed, withheld.n, withheld.passed]
    const n = n1 + n0
    top += (x1 * n0 - x0 * n1) / n
    weight += (n1 * n0) / n
    p += (n1 * n1 * x0 - n0 * n0 * x1 + (n1 * n0 * (n0 - n1)) / 2) / (n * n)
    q += (x1 * (n0 - x0) + x0 * (n1 - x1)) / (2 * n)
  }
  const effect = top / weight
  const variance = Math.max(0, (effect * p + q) / (weight * weight))
  if (variance < 1e-12) {
    const pooled = differenceOfProportions(
      sumOf(strata.map(({ shown }) => shown)),
      sumOf(strata.map(({ withheld }) => withheld))
    )
    const [low, high] = [Math.min(effect, pooled.low), Math.max(effect, pooled.high)]
    return { effect, low, high, variance }
  }
  const reach = z95 * Math.sqrt(variance)
  const [low, high] = [Math.max(-1, effect - reach), Math.min(1, effect + reach)]
  return { effect, low, high, variance }
}

function sumOf(arms: readonly Arm[]): Arm {
  return arms.reduce<Arm>((sum, arm) => ({ n: sum.n + arm.n, passed: sum.passed + arm.passed }), {
    n: 0,
    passed: 0
  })
}
