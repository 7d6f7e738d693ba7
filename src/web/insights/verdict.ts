import type { Effect } from '../parts/effect.js'

/** What the measurement comes to: a whole interval on one side of zero, on both, or no interval yet. */
export const verdicts = ['hurts', 'helps', 'unclear', 'too few'] as const
export type MeasuredVerdict = (typeof verdicts)[number]

export function verdictOf(effect: Effect | null): MeasuredVerdict {
  if (effect?.effect == null || effect.low == null || effect.high == null) return 'too few'
  if (effect.high < 0) return 'hurts'
  return effect.low > 0 ? 'helps' : 'unclear'
}

/** What was counted: `36 of 40 tasks passed with it, 16 of 40 without`. */
export function countWords(effect: Effect | null): string {
  const { shown, withheld } = effect ?? {}
  if (shown == null || withheld == null || shown.n + withheld.n === 0)
    return 'no answer with a known outcome yet'
  const of = ({ n, passed }: { n: number; passed: number }) => `${String(passed)} of ${String(n)}`
  return `${of(shown)} passed with it, ${of(withheld)} without`
}
