import { useQueries, useQuery } from '@tanstack/react-query'
import { ask } from '../data/ask.js'
import type { Effect } from '../parts/effect.js'
import {
  insightsDocument,
  usesDocument,
  type InsightRow,
  type InsightsAnswer,
  type UsesAnswer
} from './insights-documents.js'

/** An insight in force with what it brought. */
export interface Kept extends InsightRow {
  readonly effect: Effect | null
  /** Answers that cite it; null until known. */
  readonly uses: number | null
  readonly lastUsed: string | null
  /** Insights that say the reverse. */
  readonly contradictions: number
}

/** Uses are read for as many as this; more would be as many requests. */
const mostRead = 40

const states = { 'in-force': ['approved', 'in-review'], withdrawn: ['retired', 'superseded'] }
export type Which = keyof typeof states

/** What is in force (or was), with effects and uses. */
export function useInsights(which: Which) {
  const list = useQuery({
    queryKey: ['insights', which],
    queryFn: ({ signal }) =>
      ask<InsightsAnswer>(
        insightsDocument,
        { filter: { states: states[which], first: 200 } },
        { signal }
      )
  })
  const rows = (list.data?.reviewQueue.insights ?? []).filter(
    ({ inForce }) => which === 'withdrawn' || inForce
  )
  const uses = useQueries({
    queries: rows.slice(0, mostRead).map(({ id }) => ({
      queryKey: ['insight-uses', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask<UsesAnswer>(usesDocument, { id }, { signal }).then(({ node }) => node),
      staleTime: 60_000
    }))
  })
  const effects = new Map(list.data?.insightEffects.map((effect) => [effect.insight, effect]))
  const kept = rows.map((row, index): Kept => ({
    ...row,
    effect: effects.get(row.id) ?? null,
    ...usesOf(uses[index]?.data)
  }))
  return { list, kept }
}

function usesOf(node: UsesAnswer['node'] | undefined) {
  const count = (type: string) =>
    (node?.edges ?? [])
      .filter((edge) => edge.type === type)
      .reduce((sum, edge) => sum + edge.count, 0)
  const last = node?.properties['evidenceAt']
  return {
    uses: node === undefined ? null : count('CITES'),
    lastUsed: typeof last === 'string' ? last : null,
    contradictions: count('CONTRADICTS')
  }
}

/** How much an insight needs care: harm first, then contradictions and flags, then no use. */
export function careOf({ effect, contradictions, flags, tainted, uses }: Kept): number {
  const harms = effect?.effect != null && effect.effect < 0 ? 4 - effect.effect : 0
  const sure = (effect?.high ?? 1) < 0 ? 4 : 0
  return (
    harms + sure + contradictions * 2 + flags.length * 2 + (tainted ? 2 : 0) + (uses === 0 ? 1 : 0)
  )
}
