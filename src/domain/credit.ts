import { versionWeight } from './version-weight.js'

/** How helpful a recommendation was, in the five bands of the Spark paper, best first. */
export const helpfulnessBands = [
  'EXTREMELY_HELPFUL',
  'GOOD',
  'NEUTRAL',
  'POOR',
  'EXTREMELY_UNHELPFUL'
] as const
export type Helpfulness = (typeof helpfulnessBands)[number]

export const feedbackOutcomes = ['passed', 'failed', 'unknown'] as const
export type FeedbackOutcome = (typeof feedbackOutcomes)[number]

/** Days after which evidence counts half: about two minor releases of a busy library. */
export const evidenceHalfLifeDays = 180

export const evidenceHalfLifeMs = evidenceHalfLifeDays * 86_400_000

/**
 * What is left of evidence after a while: 2^(-age / half-life), 1 for the present and the future. Because the decay
 * is exponential, sums of decayed evidence can be carried forward from any moment and do not depend on their order.
 */
export function decay(ageMs: number): number {
  return 2 ** (-Math.max(0, ageMs) / evidenceHalfLifeMs)
}

/** What one feedback says of success: parts of an outcome, at most 1 together. */
export interface Signal {
  readonly passed: number
  readonly failed: number
}

/** An opinion weighs less than an outcome, and counts only where there is no outcome. */
const bandSignals: Readonly<Record<Helpfulness, Signal>> = {
  EXTREMELY_HELPFUL: { passed: 0.5, failed: 0 },
  GOOD: { passed: 0.25, failed: 0 },
  NEUTRAL: { passed: 0, failed: 0 },
  POOR: { passed: 0, failed: 0.25 },
  EXTREMELY_UNHELPFUL: { passed: 0, failed: 0.5 }
}

export function signalOf(said: {
  readonly outcome: FeedbackOutcome
  readonly helpfulness: Helpfulness | null
}): Signal {
  if (said.outcome === 'passed') return { passed: 1, failed: 0 }
  if (said.outcome === 'failed') return { passed: 0, failed: 1 }
  return said.helpfulness === null ? { passed: 0, failed: 0 } : bandSignals[said.helpfulness]
}

/**
 * The weight of all that was cited where nobody said what was used: the outcome is known, its cause is a guess,
 * and half an outcome is what keeps such guesses from outweighing what was named.
 */
const unnamedWeight = 0.5

/**
 * Each node's share of one outcome: 1/n for each of n that were named as used; where none was, all that were cited
 * share half of it.
 */
export function sharesOf(
  cited: readonly string[],
  used: readonly string[]
): ReadonlyMap<string, number> {
  const named = new Set(used)
  if (named.size > 0) return new Map([...named].map((id) => [id, 1 / named.size]))
  const all = new Set(cited)
  return new Map([...all].map((id) => [id, unnamedWeight / all.size]))
}

/** Whether the advice helped, asked apart from how the work ended. */
export const adviceBands = ['decided', 'helped', 'no_use', 'misled'] as const
export type AdviceBand = (typeof adviceBands)[number]

/** What was used takes its share by whether it helped. */
const adviceSignal: Readonly<Record<AdviceBand, Signal>> = {
  decided: { passed: 1, failed: 0 },
  helped: { passed: 0.75, failed: 0 },
  no_use: { passed: 0, failed: 0 },
  misled: { passed: 0, failed: 1 }
}

/** What one feedback is worth as evidence on a node. */
export interface Credit extends Signal {
  readonly node: string
  readonly used: boolean
}

/** A node that an answer cites. */
export interface CitedNode {
  readonly id: string
  readonly library: string | null
  readonly versions: string | null
}

/**
 * What one feedback is worth as evidence on the nodes that its answer cites, in order of their ids.
 * @param of `used` and `misled` are ids of cited nodes, `libraries` keys of those that the answer was for
 */
export function creditsOf(
  said: {
    readonly outcome: FeedbackOutcome
    readonly helpfulness: Helpfulness | null
    readonly advice: AdviceBand | null
  },
  of: {
    readonly cited: readonly CitedNode[]
    readonly used: readonly string[]
    /** What led astray, whatever else helped: a share of a failure each. */
    readonly misled?: readonly string[]
    readonly libraries: readonly string[]
  }
): Credit[] {
  const { cited, used, libraries, misled = [] } = of
  const signal = said.advice === null ? signalOf(said) : adviceSignal[said.advice]
  const named = [...used, ...misled]
  // Asked apart, nobody who was not named gets a share.
  if (said.advice !== null && named.length === 0) return []
  if (signal.passed + signal.failed === 0 && named.length === 0) return []
  const ids = cited.map(({ id }) => id)
  const shares = sharesOf(ids, named)
  return cited
    .flatMap((node): Credit[] => {
      const share = (shares.get(node.id) ?? 0) * versionWeight(node, libraries)
      if (share === 0) return []
      const { passed, failed } = misled.includes(node.id) ? adviceSignal.misled : signal
      const isUsed = used.includes(node.id)
      return [{ node: node.id, passed: passed * share, failed: failed * share, used: isUsed }]
    })
    .sort((a, b) => (a.node < b.node ? -1 : 1))
}
