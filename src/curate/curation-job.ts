import { CairnError } from '../errors.js'

export interface CurateInput {
  /** Kept for one version: equal material gives equal candidates, whatever it is. */
  readonly seed: number
  /** Whether candidates that nobody has in hand are looked at anew, though nothing came in that speaks of them. */
  readonly again: boolean
}

/**
 * The run as a job: what it is started with, and its work.
 * @throws CairnError BAD_INPUT for a seed that is no whole number from 0 to 2^31 - 1
 */
export function curationJob(
  input: Partial<CurateInput>,
  space: string
): { kind: string; label: string; input: CurateInput & { space: string } } {
  const seed = input.seed ?? 1
  if (!Number.isInteger(seed) || seed < 0 || seed > 0x7fffffff) {
    const expected = 'a whole number from 0 to 2147483647'
    throw new CairnError('BAD_INPUT', `seed is ${String(seed)}; expected ${expected}.`, {
      details: { field: 'seed', value: seed, expected }
    })
  }
  return { kind: 'curate', label: 'curation', input: { seed, again: input.again ?? false, space } }
}
