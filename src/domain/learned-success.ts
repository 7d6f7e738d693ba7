import { betaQuantile } from './beta-quantile.js'
import { decay } from './credit.js'

/** What outcomes say of a node: parts of outcomes, as they counted at `at`. */
export interface Evidence {
  readonly passed: number
  readonly failed: number
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What is believed before anything was seen, as a Beta distribution. */
export interface Prior {
  readonly passed: number
  readonly failed: number
}

const uniform: Prior = { passed: 1, failed: 1 }

/** A base rate as a belief that is worth `strength` outcomes. */
export function priorOf(baseRate: number, strength = 2): Prior {
  return { passed: baseRate * strength, failed: (1 - baseRate) * strength }
}

export interface Success {
  readonly mean: number
  /** Ends of the central 95 % interval. */
  readonly low: number
  readonly high: number
}

/** Smoothed success: mean and central 95 % interval of the Beta posterior; evidence is decayed to `now` (ms). */
export function successOf(evidence: Evidence, now: number, prior: Prior = uniform): Success {
  const { passed, failed } = posterior(evidence, now, prior)
  return {
    mean: passed / (passed + failed),
    low: betaQuantile(0.025, passed, failed),
    high: betaQuantile(0.975, passed, failed)
  }
}

/** How many standard deviations of doubt speak for trying it. */
const curiosity = 0.3
const steepness = 0.4
const least = 0.8
const most = 1.2

/**
 * A multiplier for ranking, 0.8 to 1.2, exactly 1 without evidence. It follows the posterior's mean plus a share of
 * its standard deviation, an upper confidence index: of two with the same mean that which was tried less comes first.
 * (Kaufmann, Cappé, Garivier 2012, "On Bayesian upper confidence bounds for bandit problems", with the quantile
 * approximated by mean + c·sd.)
 */
export function utilityOf(evidence: Evidence, now: number): number {
  const unseen = indexOf(uniform)
  const gain = indexOf(posterior(evidence, now, uniform)) - unseen
  return Math.min(most, Math.max(least, 1 + steepness * gain))
}

function indexOf({ passed, failed }: Prior): number {
  const n = passed + failed
  const variance = (passed * failed) / (n * n * (n + 1))
  return passed / n + curiosity * Math.sqrt(variance)
}

function posterior(evidence: Evidence, now: number, prior: Prior): Prior {
  const left = decay(now - evidence.at)
  return {
    passed: prior.passed + left * evidence.passed,
    failed: prior.failed + left * evidence.failed
  }
}
