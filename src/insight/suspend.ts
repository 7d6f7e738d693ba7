import { after, standingOf, stored } from '../domain/insight-decisions.js'
import { inTurn, type Deciding, type TurnDeps } from './turn.js'

/** Said of what answers did worse with than without. */
export const measuredHarmFlag = 'measured-harm'

/** By how much an insight lowers success, as shares from -1 to 1 with the ends of the 95 % interval. */
export interface Harm {
  readonly insight: string
  readonly effect: {
    readonly effect: number
    readonly low: number
    readonly high: number
    readonly shown: { readonly n: number }
    readonly withheld: { readonly n: number }
    readonly clusters: { readonly shown: number; readonly withheld: number }
  }
}

/**
 * Takes insights that lower success out of force and puts them into the curators' queue, flagged and with the figures.
 * A decision of its own, by Cairn: undoing or approving it puts the insight back.
 * @returns ids of those that are suspended now and were not before
 */
export async function suspendHarmful(
  deps: TurnDeps,
  harmful: readonly Harm[],
  space: string
): Promise<string[]> {
  if (harmful.length === 0) return []
  return inTurn(deps, space, async (turn) => {
    const held = await turn.hold(harmful.map(({ insight }) => insight))
    const decisions = held.flatMap((insight, i): Deciding[] => {
      const standing = after('suspend', standingOf(insight))
      const harm = harmful[i]
      if (standing === null || harm === undefined) return []
      const flags = [...new Set([...insight.flags, measuredHarmFlag])].sort()
      const free = { claimedBy: null, claimedAt: null }
      const to = { ...insight, ...stored(standing), ...free, flags }
      const changes = [{ insight: insight.id, before: insight, after: to }]
      return [{ kind: 'suspend', by: 'cairn', reason: reasonOf(harm), changes }]
    })
    await turn.write(decisions)
    return decisions.flatMap(({ changes }) => changes.map(({ insight }) => insight))
  })
}

function reasonOf({ effect: { effect, low, high, shown, withheld, clusters } }: Harm): string {
  const points = (share: number) => String(Math.round(share * 100))
  const side = (n: number, sessions: number) =>
    `${String(n)} answers in ${String(sessions)} task sessions`
  return `Measured: ${points(-effect)} points fewer successes with it (95 % interval ${points(low)} to ${points(high)}; ${side(shown.n, clusters.shown)} with it, ${side(withheld.n, clusters.withheld)} without).`
}
