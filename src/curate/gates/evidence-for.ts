import type { Feature } from '../contrast.js'
import { namesOf } from '../contrast.js'
import { hasFailed, hasPassed, type Source } from '../source.js'

export interface Count {
  readonly passed: number
  readonly failed: number
}

/** How attempts that follow an insight ended, and those that don't. */
export interface Outcomes {
  readonly following: Count
  readonly others: Count
}

/**
 * Follows: uses something that is recommended and nothing to be avoided. What came later of those
 * who were shown such an attempt counts with it.
 */
export function outcomesOf(
  sources: readonly Source[],
  {
    recommended,
    avoided
  }: { readonly recommended: readonly Feature[]; readonly avoided: readonly Feature[] }
): Outcomes {
  const wanted = new Set(recommended.map(({ name }) => name))
  const unwanted = new Set(avoided.map(({ name }) => name))
  const counts = {
    following: { passed: 0, failed: 0 },
    others: { passed: 0, failed: 0 }
  }
  for (const source of sources) {
    const names = [...namesOf(source).keys()]
    const follows =
      names.some((name) => wanted.has(name)) && !names.some((name) => unwanted.has(name))
    const count = follows ? counts.following : counts.others
    count.passed += (hasPassed(source) ? 1 : 0) + (follows ? source.evidencePassed : 0)
    count.failed += (hasFailed(source) ? 1 : 0) + (follows ? source.evidenceFailed : 0)
  }
  return counts
}

/** Passed, of all; 0 of nothing. */
export function shareOf({ passed, failed }: Count): number {
  return passed + failed === 0 ? 0 : passed / (passed + failed)
}

/** The upper end of the 95 % interval of a share (Wilson 1927); 1 of nothing. */
export function upperShare(count: Count): number {
  const n = count.passed + count.failed
  if (n === 0) return 1
  const z = 1.96
  const p = count.passed / n
  const middle = p + (z * z) / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return Math.min(1, (middle + spread) / (1 + (z * z) / n))
}
