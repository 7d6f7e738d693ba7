import { cosine } from './cluster/matrix.js'
import { nameInKey } from './cluster/libraries-of.js'
import type { KnownInsight, KnownInsights } from './known-insights.js'

export type Proposal =
  | { readonly kind: 'add' }
  | {
      readonly kind: 'refine' | 'merge' | 'ignore'
      readonly insight: KnownInsight
      readonly reason: string
    }

/**
 * From here on two insights say the same, whatever their libraries and gaps. Words by rules about the
 * same APIs and other tasks lie between 0.6 and 0.85, repeats of one above 0.93.
 */
export const sameCosine = 0.92

/** From here on they speak of the same tasks; where they share APIs too, one belongs to the other. */
export const nearCosine = 0.7

/** To speak of the same: half of all that either recommends, such as one API of the two that the other names. */
export const nearApis = 0.5

/** Of the traces of the smaller, to be drawn from the same experience. */
export const sameSources = 0.5

/** What a cluster would say, before it has words of its own. */
export interface Proposed {
  readonly vector: ArrayLike<number>
  readonly recommends: readonly string[]
  readonly avoids: readonly string[]
  readonly library: string | null
  readonly gap: string
  readonly tainted: boolean
  readonly selfJudged: boolean
  readonly traces: readonly string[]
}

/** How many of the cluster's traces an insight rests on already, and on how many in all. */
export interface Sharing {
  readonly id: string
  readonly shared: number
  readonly total: number
}

/**
 * What is to become of a cluster, against the insights that are there: nothing (a person turned it
 * down, or all of it is known), evidence for one that says the same, a new revision of one that it
 * goes beyond, or a new insight.
 */
export function propose(
  proposed: Proposed,
  known: KnownInsights,
  sharing: readonly Sharing[]
): Proposal {
  const shared = new Map(sharing.map((one) => [one.id, one]))
  const [best] = [...known.all()]
    .filter((insight) => fits(insight, proposed))
    .map((insight) => standing(insight, proposed, shared.get(insight.id)))
    .filter(({ isSame, isNear }) => isSame || isNear)
    .sort(order)
  if (best === undefined) return { kind: 'add' }
  const { insight } = best
  if (insight.state === 'rejected' || insight.state === 'retired') {
    const reason = `says what was ${insight.state} before`
    return best.isSame ? { kind: 'ignore', insight, reason } : { kind: 'add' }
  }
  return decided(proposed, best)
}

interface Standing {
  readonly insight: KnownInsight
  readonly near: number
  readonly isSame: boolean
  readonly isNear: boolean
  /** Traces of the cluster that the insight does not rest on yet. */
  readonly news: number
}

function decided(proposed: Proposed, { insight, isSame, news }: Standing): Proposal {
  if (proposed.tainted && !insight.tainted) {
    // One poisoned attempt must not hold up what clean ones support.
    return isSame
      ? { kind: 'ignore', insight, reason: 'tainted attempts say what is known without them' }
      : { kind: 'add' }
  }
  // What is known already may have been judged since: then the flag can go.
  const isJudgedNow = insight.selfJudged && !proposed.selfJudged
  if (news === 0 && isSame && !isJudgedNow)
    return { kind: 'ignore', insight, reason: 'rests on these already' }
  if (isSame) return { kind: 'merge', insight, reason: 'says the same' }
  // A candidate that nobody looked at is made anew of both; what a person has in hand is not.
  return insight.state === 'candidate'
    ? { kind: 'merge', insight, reason: 'speaks of the same, and nobody has taken it up' }
    : { kind: 'refine', insight, reason: 'speaks of the same, and goes beyond it' }
}

/** Another library or another gap is another insight; one that a person wrote may leave both open. */
function fits(insight: KnownInsight, { library, gap, tainted }: Proposed): boolean {
  if (insight.tainted && !tainted) return false
  if (insight.gap !== null && insight.gap !== gap) return false
  if (insight.library === null || library === null) return true
  return nameInKey(insight.library) === nameInKey(library)
}

function standing(
  insight: KnownInsight,
  proposed: Proposed,
  sharing: Sharing | undefined
): Standing {
  const near = cosine(proposed.vector, insight.embedding)
  const overlap = jaccard(insight.recommends, proposed.recommends)
  const { shared, total } = sharing ?? { shared: 0, total: 0 }
  const smaller = Math.min(total, proposed.traces.length)
  const isOfSame = shared > 0 && shared / smaller >= sameSources
  const isNear = overlap >= nearApis && (near >= nearCosine || isOfSame)
  const saysMore =
    proposed.recommends.some((name) => !insight.recommends.includes(name)) ||
    proposed.avoids.some((name) => !insight.avoids.includes(name))
  return {
    insight,
    near,
    isSame: isNear && !saysMore,
    isNear,
    news: proposed.traces.length - shared
  }
}

/** What says the same first, then the nearest; of equal ones the smallest id. */
function order(a: Standing, b: Standing): number {
  return (
    Number(b.isSame) - Number(a.isSame) || b.near - a.near || (a.insight.id < b.insight.id ? -1 : 1)
  )
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((name) => b.includes(name)).length
  const either = new Set([...a, ...b]).size
  return either === 0 ? 0 : both / either
}
