import { differenceOfProportions, waldOfStrata, z95, type Difference } from './proportions.js'

/** Answers of which the outcome is known, and how many of them passed. */
export interface Arm {
  readonly n: number
  readonly passed: number
}

/** Answers of one task session that were drawn for by the same lot and ended on the same side of it. */
export interface ClusterArm extends Arm {
  readonly cluster: string
  /** The probability with which the insight was withheld. */
  readonly share: number
  readonly shown: boolean
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
  /** Null where it is not measured: too few task sessions on one side. */
  readonly effect: number | null
  /** Ends of the 95 % interval. */
  readonly low: number | null
  readonly high: number | null
  readonly shown: Arm
  readonly withheld: Arm
  /** Task sessions on each side. */
  readonly clusters: { readonly shown: number; readonly withheld: number }
}

/**
 * Task sessions that each side needs: with fewer, estimates of a variance between clusters are themselves too uncertain
 * (A. C. Cameron, D. L. Miller, "A practitioner's guide to cluster-robust inference", Journal of Human Resources 50
 * (2015) 317-372, part VI; eight is what issue 16 sets, and what the simulation in test/learn/effect.test.ts holds at).
 */
export const fewestClusters = 8

/**
 * The causal effect of an insight from answers for which a lot decided whether it was shown. The lot is drawn for a
 * task, so answers of one task session are no independent draws: they are one cluster of the variance. Under one share
 * the effect is the difference of two proportions; where the share changed over time, an answer with the insight is
 * likelier to stem from a time of small shares, so the sides are compared within each share and joined by Mantel and
 * Haenszel: a base rate that drifts with the share does not bias it.
 */
export function effectOfClusters(arms: readonly ClusterArm[]): Effect {
  const strata = strataOf(arms)
  const shown = total(strata.map((stratum) => stratum.shown))
  const withheld = total(strata.map((stratum) => stratum.withheld))
  const telling = strata.filter((one) => one.shown.n > 0 && one.withheld.n > 0)
  const compared = arms.filter(({ share }) => telling.some((one) => one.share === share))
  const clusters = {
    shown: clustersOf(arms, true).size,
    withheld: clustersOf(arms, false).size
  }
  const least = Math.min(clustersOf(compared, true).size, clustersOf(compared, false).size)
  const counts = { shown, withheld, clusters }
  if (least < fewestClusters) return { effect: null, low: null, high: null, ...counts }
  const [only] = telling
  const difference =
    telling.length === 1 && only !== undefined
      ? differenceOfClusters(compared)
      : commonDifference(compared, telling)
  return { ...difference, ...counts }
}

/**
 * Two independent proportions of clustered answers: each side is divided by its design effect and then read like as
 * many independent answers (J. N. K. Rao, A. J. Scott, "A simple method for the analysis of clustered binary data",
 * Biometrics 48 (1992) 577-585), where the variance between clusters is the jackknife's, which leaves out one after the
 * other and so is not too small where one is large; they count less the fewer clusters the design effect was estimated from (E. L. Korn,
 * B. I. Graubard, "Confidence intervals for proportions with small expected number of positive counts estimated from
 * survey data", Survey Methodology 24 (1998) 193-201); the intervals of both sides are joined by Newcombe's method 10.
 */
function differenceOfClusters(arms: readonly ClusterArm[]): Difference {
  const side = (shown: boolean) => effective([...clustersOf(arms, shown).values()])
  return differenceOfProportions(side(true), side(false))
}

/** As many independent answers as these clusters are worth. */
function effective(clusters: readonly Arm[]): Arm {
  const { n, passed } = total(clusters)
  const p = passed / n
  const free = clusters.length - 1
  const spread = clusters.reduce(
    (sum, one) => sum + ((one.passed - p * one.n) / (n - one.n)) ** 2,
    0
  )
  const clustered = (free / clusters.length) * spread
  const independent = (p * (1 - p)) / n
  // Where all ended alike nothing tells how alike those of one session are: each counts once.
  const worth = independent === 0 ? clusters.length : n / Math.max(1, clustered / independent)
  const size = worth * (z95 / studentQuantile(free)) ** 2
  return { n: size, passed: p * size }
}

/**
 * The Mantel-Haenszel risk difference, which is the coefficient of the treatment in a linear regression with an
 * intercept for each stratum; hence its cluster-robust variance (K.-Y. Liang, S. L. Zeger, "Longitudinal data analysis
 * using generalized linear models", Biometrika 73 (1986) 13-22) in the form of the jackknife, CR3 (Cameron and Miller,
 * VI.B; the intercepts are left as they are), and never less than that of independent answers. The quantile is Student's, of as many degrees as the side with fewer clusters gives.
 */
function commonDifference(arms: readonly ClusterArm[], strata: readonly Stratum[]): Difference {
  const independent = waldOfStrata(strata)
  const { effect } = independent
  const of = new Map(strata.map((stratum) => [stratum.share, stratum] as const))
  const clusters = new Map<string, { score: number; weight: number }>()
  let weight = 0
  for (const { cluster, share, shown, n, passed } of arms) {
    const stratum = of.get(share)
    if (stratum === undefined) continue
    const all = stratum.shown.n + stratum.withheld.n
    const apart = (shown ? 1 : 0) - stratum.shown.n / all
    const usual = (stratum.shown.passed + stratum.withheld.passed) / all
    // What ended otherwise than its stratum and its side would have it.
    const rest = passed - n * (usual + effect * apart)
    const own = n * apart * apart
    const before = clusters.get(cluster) ?? { score: 0, weight: 0 }
    clusters.set(cluster, { score: before.score + apart * rest, weight: before.weight + own })
    weight += own
  }
  const moves = [...clusters.values()].map((one) => one.score / (weight - one.weight))
  const robust =
    ((clusters.size - 1) / clusters.size) * moves.reduce((sum, move) => sum + move * move, 0)
  const free = Math.min(clustersOf(arms, true).size, clustersOf(arms, false).size) - 1
  const reach = studentQuantile(free) * Math.sqrt(Math.max(robust, independent.variance))
  return {
    effect,
    low: Math.max(-1, Math.min(independent.low, effect - reach)),
    high: Math.min(1, Math.max(independent.high, effect + reach))
  }
}

/**
 * The 97.5 % point of Student's distribution, right to 0.001 from 7 degrees on: M. Abramowitz, I. A. Stegun, "Handbook
 * of mathematical functions" (1964), 26.7.5.
 */
export function studentQuantile(free: number): number {
  const [z3, z5, z7, z9] = [z95 ** 3, z95 ** 5, z95 ** 7, z95 ** 9]
  return (
    z95 +
    (z3 + z95) / (4 * free) +
    (5 * z5 + 16 * z3 + 3 * z95) / (96 * free ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z95) / (384 * free ** 3) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z95) / (92_160 * free ** 4)
  )
}

function clustersOf(arms: readonly ClusterArm[], shown: boolean): Map<string, Arm> {
  const clusters = new Map<string, Arm>()
  for (const arm of arms.filter((one) => one.shown === shown && one.n > 0))
    clusters.set(arm.cluster, total([clusters.get(arm.cluster) ?? { n: 0, passed: 0 }, arm]))
  return clusters
}

function strataOf(arms: readonly ClusterArm[]): Stratum[] {
  const strata = new Map<number, Stratum>()
  for (const { share, shown, n, passed } of arms) {
    const empty = { n: 0, passed: 0 }
    const before = strata.get(share) ?? { share, shown: empty, withheld: empty }
    const side = shown ? 'shown' : 'withheld'
    strata.set(share, { ...before, [side]: total([before[side], { n, passed }]) })
  }
  return [...strata.values()]
}

function total(arms: readonly Arm[]): Arm {
  return arms.reduce<Arm>((sum, arm) => ({ n: sum.n + arm.n, passed: sum.passed + arm.passed }), {
    n: 0,
    passed: 0
  })
}
