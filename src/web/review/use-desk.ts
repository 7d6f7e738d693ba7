import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useAddress } from '../data/address.js'
import { asFailure } from '../data/ask.js'
import { useSession } from '../data/session.js'
import type { Decided, Insight } from './review-documents.js'
import { useDecide, type Act, type Seen } from './use-decide.js'
import { insightQuery, useInsight, useQueue } from './use-queue.js'

/** What the curator is about to do, on the version that was seen when it began. */
export interface Doing {
  readonly kind: 'edit' | 'reject' | 'needs-work' | 'retire' | 'merge' | 'split'
  readonly seen: Seen
}

const wide = '(min-width: 900px)'

/** The queue, the insight that is open, and what is being decided on it. */
export function useDesk() {
  const { get, set } = useAddress()
  const me = useSession().principal.name
  const queue = useQueue()
  const insights = queue.data?.pages.flatMap((page) => page.nodes) ?? []
  const selected = get('insight') ?? ''
  const full = useInsight(selected)
  const [doing, setDoing] = useState<Doing | null>(null)
  const [seen, setSeen] = useState<Readonly<Record<string, readonly string[]>>>({})
  const select = (id: string | null, replace = false) => {
    setDoing(null)
    set({ insight: id }, { replace })
  }
  const { decide, last } = useDecide((decided, act) => {
    setDoing(null)
    const next = nextAfter(insights, decided, act)
    if (next !== null) select(next === '' ? null : next, true)
  })
  useFirstAndNext(insights, selected, select)
  return {
    me,
    queue,
    insights,
    total: queue.data?.pages[0]?.totalCount ?? 0,
    selected,
    select,
    full,
    doing,
    setDoing,
    decide,
    last,
    conflict: decide.isError && asFailure(decide.error).code === 'CONFLICT',
    acknowledged: seen[selected] ?? [],
    acknowledge: (what: string, ticked: boolean) => {
      const before = (seen[selected] ?? []).filter((one) => one !== what)
      setSeen({ ...seen, [selected]: ticked ? [...before, what] : before })
    }
  }
}

export type Desk = ReturnType<typeof useDesk>

/** Opens the oldest where there is room beside the queue, and reads the next one ahead. */
function useFirstAndNext(
  insights: readonly Insight[],
  selected: string,
  select: (id: string, replace: boolean) => void
): void {
  const client = useQueryClient()
  const first = insights[0]?.id
  useEffect(() => {
    if (selected === '' && first !== undefined && window.matchMedia(wide).matches)
      select(first, true)
    // `select` is made anew each time; only what is open and what is first matter.
  }, [selected, first])
  const next = insights[insights.findIndex(({ id }) => id === selected) + 1]?.id
  useEffect(() => {
    if (next !== undefined) client.query(insightQuery(next)).catch(() => undefined)
  }, [client, next])
}

/** Which insight to show after a decision; '' for none, null to stay. */
function nextAfter(insights: readonly Insight[], decided: Decided, act: Act): string | null {
  if (act.kind === 'claim' || act.kind === 'release') return null
  if (act.kind === 'undo') return act.seen.insight
  const made = decided.changes.find(({ before }) => before === null)
  if (made !== undefined) return made.insight
  const gone = new Set(decided.changes.map(({ insight }) => insight))
  const at = insights.findIndex(({ id }) => gone.has(id))
  const rest = insights.filter(({ id }) => !gone.has(id))
  return rest[at < 0 ? 0 : at]?.id ?? rest.at(-1)?.id ?? ''
}
