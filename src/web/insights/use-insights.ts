import { useInfiniteQuery } from '@tanstack/react-query'
import { ask } from '../data/ask.js'
import type { Effect } from '../parts/effect.js'
import { insightsDocument, type InsightRow, type InsightsAnswer } from './insights-documents.js'

/** An insight in force with what it brought. */
export interface Kept extends InsightRow {
  readonly effect: Effect | null
}

/** Of what Cairn took out of force because answers did worse with it: it waits for a curator. */
const harmFlag = 'measured-harm'

const states = { 'in-force': ['approved', 'in-review'], withdrawn: ['retired', 'superseded'] }
export type Which = keyof typeof states

/** What is in force (or was), with effects and uses, page by page. */
export function useInsights(which: Which) {
  const list = useInfiniteQuery({
    queryKey: ['insights', which],
    queryFn: ({ pageParam, signal }) =>
      ask<InsightsAnswer>(
        insightsDocument,
        { filter: { states: states[which] }, after: pageParam },
        { signal }
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ reviewQueue: { pageInfo } }) =>
      pageInfo.hasNextPage ? pageInfo.endCursor : null
  })
  const pages = list.data?.pages ?? []
  const effects = new Map(
    pages.flatMap(({ insightEffects }) => insightEffects.map((one) => [one.insight, one] as const))
  )
  const kept = pages
    .flatMap(({ reviewQueue }) => reviewQueue.nodes)
    .filter(({ inForce, flags }) => which === 'withdrawn' || inForce || flags.includes(harmFlag))
    .map((row): Kept => ({ ...row, effect: effects.get(row.id) ?? null }))
  return { list, kept }
}

/** How much an insight needs care: harm first, then contradictions and flags, then no use. */
export function careOf({ effect, contradictions, flags, tainted, uses }: Kept): number {
  const harms = effect?.effect != null && effect.effect < 0 ? 4 - effect.effect : 0
  const sure = (effect?.high ?? 1) < 0 ? 4 : 0
  return (
    harms + sure + contradictions * 2 + flags.length * 2 + (tainted ? 2 : 0) + (uses === 0 ? 1 : 0)
  )
}
