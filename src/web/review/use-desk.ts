import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useAddress } from '../data/address.js'
import { asFailure } from '../data/ask.js'
import { useSession } from '../data/session.js'
import type { Decided, InsightInFull, QueuedInsight, QueuePage } from './review-types.js'
import { useChosen } from './use-chosen.js'
import { useDecide, type Act, type Seen } from './use-decide.js'
import { insightQuery, useInsight, useQueue } from './use-queue.js'

/** What the curator is about to do, on the version that was seen when it began. */
export interface Doing {
  readonly kind: 'edit' | 'reject' | 'needs-work' | 'retire' | 'merge' | 'split'
  readonly seen: Seen
  /** Those that were ticked, where it is done to several. */
  readonly many?: readonly QueuedInsight[]
}

const wide = '(min-width: 900px)'

/** The queue, the insight that is open, and what is being decided on it. */
export function useDesk() {
  const { get, set } = useAddress()
  const me = useSession().principal.name
  const queue = useQueue()
  const selected = get('insight') ?? ''
  const full = useInsight(selected)
  const { insights, listed, pinned, counts, total } = listOf(queue.data?.pages, full.data)
  const [doing, setDoing] = useState<Doing | null>(null)
  const [seen, setSeen] = useState<Readonly<Record<string, readonly string[]>>>({})
  const chosen = useChosen(insights)
  const select = (id: string | null, replace = false) => {
    setDoing(null)
    set({ insight: id }, { replace })
  }
  const { decide, last } = useDecide((decided, act) => {
    setDoing(null)
    if (act.kind === 'many') chosen.clear()
    const next = nextAfter(insights, decided, act)
    if (next !== null) select(next === '' ? null : next, true)
  })
  // What stands only until another list is known is not to be opened.
  useFirstAndNext(queue.isPlaceholderData ? [] : insights, selected, select)
  return {
    me,
    queue,
    insights,
    listed,
    pinned,
    counts,
    total,
    selected,
    select,
    full,
    chosen,
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

/** The list with what is open, and how many there are. */
function listOf(pages: readonly QueuePage[] | undefined, full: InsightInFull | undefined) {
  const [page] = pages ?? []
  if (pages === undefined || page === undefined)
    return { insights: [], listed: [], pinned: null, counts: null, total: 0 }
  const listed = pages.flatMap(({ reviewQueue }) => reviewQueue.nodes)
  const pinned = pinnedOf(listed, full)
  return {
    insights: pinned === null ? listed : [pinned, ...listed],
    listed,
    pinned,
    counts: { ready: page.ready.totalCount, blocked: page.blocked.totalCount },
    total: page.reviewQueue.totalCount
  }
}

/** What is open and not in the list stands above it, so that no key acts on what is not to be seen there. */
function pinnedOf(
  listed: readonly QueuedInsight[],
  full: InsightInFull | undefined
): QueuedInsight | null {
  if (full === undefined || listed.some(({ id }) => id === full.insight.id)) return null
  const quote = full.quotations.find(({ holds }) => holds)?.quote ?? null
  return { ...full.insight, quote, needs: 0 }
}

/** Opens the first where there is room beside the queue, and reads the next one ahead. */
function useFirstAndNext(
  insights: readonly QueuedInsight[],
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
function nextAfter(
  insights: readonly QueuedInsight[],
  { changes }: Decided,
  act: Act
): string | null {
  const kind = act.kind === 'many' ? act.of : act.kind
  if (kind === 'claim' || kind === 'release') return null
  if (act.kind === 'undo') return act.seen.insight
  if (kind === 'undo') return changes[0]?.insight ?? null
  const made = changes.find(({ before }) => before === null)
  return made?.insight ?? below(insights, new Set(changes.map(({ insight }) => insight)))
}

/** The one that takes the place of the first of these. */
function below(insights: readonly QueuedInsight[], gone: ReadonlySet<string>): string {
  const at = insights.findIndex(({ id }) => gone.has(id))
  const rest = insights.filter(({ id }) => !gone.has(id))
  return rest[at < 0 ? 0 : at]?.id ?? rest.at(-1)?.id ?? ''
}
