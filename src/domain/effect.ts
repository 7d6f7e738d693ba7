/** Answers of which the outcome is known, and how many of them passed. */
export interface Arm {
  readonly n: number
  readonly passed: number
}

/** Answers for which an insight was drawn by the same lot. */
export interface Stratum {
  /** The probability with which it was withheld. */
  readonly share: number
  readonly shown: Arm
  readonly withheld: Arm
}

/** How much more often an answer leads to success with an insight than without it, from -1 to 1. */
export interface Effect {
  /** Null where one side is empty. */
  readonly effect: number | null
  /** Ends of the 95 % interval. */
  readonly low: number | null
  readonly high: number | null
  readonly shown: Arm
  readonly withheld: Arm
}

/** The 97.5 % point of the normal distribution. */
const z = 1.959963984540054

/**
 * The causal effect of an insight from answers for which a lot decided whether it was shown. Under one share it is the
 * difference of two proportions (Newcombe). Where the share changed over time, an answer with the insight is likelier
 * to stem from a time of small shares, so the two sides are compared within each share and joined by Mantel and
 * Haenszel: a base rate that drifts with the share does not bias it.
 */
export function effectOfStrata(strata: readonly Stratum[]): Effect {
  const shown = total(strata.map((stratum) => stratum.shown))
  const withheld = total(strata.map((stratum) => stratum.withheld))
  const telling = strata.filter((one) => one.shown.n > 0 && one.withheld.n > 0)
  const [first, ...more] = telling
  if (first === undefined) return { effect: null, low: null, high: null, shown, withheld }
  const difference =
    more.length === 0
      ? differenceOfProportions(first.shown, first.withheld)
      : commonDifference(telling)
  return { ...difference, shown, withheld }
}

export interface Difference {
  readonly effect: number
  readonly low: number
  readonly high: number
}

/**
 * Difference of two independent proportions with its 95 % interval by the hybrid score method without continuity
 * correction: R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of
 * eleven methods", Statistics in Medicine 17 (1998) 873-890, method 10. Neither arm may be empty.
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

/** Wilson's score interval of one proportion (1927). */
function wilson({ n, passed }: Arm): { low: number; high: number } {
  const p = passed / n
  const middle = p + (z * z) / (2 * n)
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return { low: (middle - reach) / scale, high: (middle + reach) / scale }
}

/**
 * The Mantel-Haenszel risk difference with the variance of T. Sato, "On the variance estimator for the
 * Mantel-Haenszel risk difference", Biometrics 45 (1989) 1323-1324, which holds for a few large strata and for many
 * small ones. Where that variance is zero (every answer ended alike) the interval of the pooled arms stands in.
 */
function commonDifference(strata: readonly Stratum[]): Difference {
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
  const variance = (effect * p + q) / (weight * weight)
  if (variance < 1e-12) {
    const pooled = differenceOfProportions(
      total(strata.map(({ shown }) => shown)),
      total(strata.map(({ withheld }) => withheld))
    )
    return { effect, low: Math.min(effect, pooled.low), high: Math.max(effect, pooled.high) }
  }
  const reach = z * Math.sqrt(variance)
  return { effect, low: Math.max(-1, effect - reach), high: Math.min(1, effect + reach) }
}

function total(arms: readonly Arm[]): Arm {
  return arms.reduce((sum, arm) => ({ n: sum.n + arm.n, passed: sum.passed + arm.passed }), {
    n: 0,
    passed: 0
  })
}
