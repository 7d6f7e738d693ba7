import { effectOfStrata, type Effect, type Stratum } from './effect.js'

/** Answers under one share, on one side of the lot, as the graph counts them. */
export interface EffectRow {
  readonly share: number
  readonly shown: boolean
  readonly n: number
  readonly passed: number
}

/** The effect from counted answers. */
export function effectOfRows(rows: readonly EffectRow[]): Effect {
  const strata = new Map<number, Stratum>()
  for (const { share, shown, n, passed } of rows) {
    const empty = { n: 0, passed: 0 }
    const before = strata.get(share) ?? { share, shown: empty, withheld: empty }
    const side = shown ? 'shown' : 'withheld'
    const arm = { n: before[side].n + n, passed: before[side].passed + passed }
    strata.set(share, { ...before, [side]: arm })
  }
  return effectOfStrata([...strata.values()])
}
