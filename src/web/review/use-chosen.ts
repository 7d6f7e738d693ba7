import { useState } from 'react'
import type { QueuedInsight } from './review-types.js'

/** Which rows of the queue are ticked; what leaves the list is ticked no more. */
export interface Chosen {
  readonly insights: readonly QueuedInsight[]
  has(id: string): boolean
  /** Ticks one or takes its tick away; with `range` also all between it and the one ticked last. */
  toggle(id: string, range?: boolean): void
  /** Ticks these and no others. */
  only(ids: readonly string[]): void
  clear(): void
}

export function useChosen(insights: readonly QueuedInsight[]): Chosen {
  const [ids, setIds] = useState<readonly string[]>([])
  const [last, setLast] = useState<string | null>(null)
  const chosen = insights.filter(({ id }) => ids.includes(id))
  const without = (id: string) => ids.filter((one) => one !== id)
  return {
    insights: chosen,
    has: (id) => ids.includes(id),
    toggle: (id, range = false) => {
      setLast(id)
      if (range) setIds([...new Set([...ids, ...between(insights, last, id)])])
      else setIds(ids.includes(id) ? without(id) : [...ids, id])
    },
    only: setIds,
    clear: () => {
      setIds([])
    }
  }
}

/** Ids from one row to another, both included, whichever stands above. */
function between(insights: readonly QueuedInsight[], from: string | null, to: string): string[] {
  const ids = insights.map(({ id }) => id)
  const [a, b] = [from === null ? -1 : ids.indexOf(from), ids.indexOf(to)]
  return a < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}
