import { counted } from '../parts/counted.js'
import type { QueuedInsight } from './review-types.js'
import type { Act, Seen } from './use-decide.js'

const seenOf = ({ id, version }: QueuedInsight): Seen => ({ insight: id, version })

/** One verdict on several insights, to be decided together. */
export function onMany(
  insights: readonly QueuedInsight[],
  kind: 'reject' | 'needs-work' | 'retire' | 'claim',
  reason?: string
): { act: Act; title: string } {
  const why = reason === undefined ? {} : { reason }
  const acts = insights.map((insight) => ({ kind, seen: seenOf(insight), ...why }))
  return { act: { kind: 'many', of: kind, acts }, title: counted(acts.length, 'insight') }
}

/** Approving several: only those of which nothing has to be looked at and ticked first. */
export function approveMany(insights: readonly QueuedInsight[]): { act: Act; title: string } {
  const acts = approvable(insights).map((insight) => ({
    kind: 'approve' as const,
    seen: seenOf(insight),
    acknowledge: []
  }))
  return { act: { kind: 'many', of: 'approve', acts }, title: counted(acts.length, 'insight') }
}

/** Those that can be approved without opening them. */
export function approvable(insights: readonly QueuedInsight[]): readonly QueuedInsight[] {
  return insights.filter(
    ({ blockedBy, toAcknowledge, state }) =>
      blockedBy === null &&
      toAcknowledge.length === 0 &&
      (state === 'candidate' || state === 'in-review')
  )
}
