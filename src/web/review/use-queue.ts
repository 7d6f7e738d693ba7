import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  type InfiniteData
} from '@tanstack/react-query'
import { useAddress } from '../data/address.js'
import { ask } from '../data/ask.js'
import { useLive } from '../data/live.js'
import { useSession } from '../data/session.js'
import { insightDocument, queueChangedDocument, queueDocument } from './review-documents.js'
import type { InsightInFull, QueuePage } from './review-types.js'

export const queueKey = ['review-queue'] as const
export const insightKey = (id: string) => ['insight', id] as const

/** What can be approved now, what cannot and why, and what was decided. */
export const tabs = ['ready', 'blocked', 'decided'] as const
export type Tab = (typeof tabs)[number]

/** States of what was decided; each can be looked at by itself. */
export const decidedStates = ['approved', 'rejected', 'retired', 'superseded'] as const

/** The parts of the address that choose what the queue shows; another choice leaves what is open. */
export const filterNames = ['tab', 'states', 'words', 'library', 'gap', 'flag', 'mine'] as const

/** The tab that the address names. */
export function useTab(): Tab {
  const { get } = useAddress()
  return tabs.find((tab) => tab === get('tab')) ?? 'ready'
}

/** The queue as the address filters it. */
export function useQueue() {
  const { get } = useAddress()
  const me = useSession().principal.name
  const tab = useTab()
  const chosen = {
    library: get('library'),
    flag: get('flag'),
    gap: get('gap'),
    words: get('words'),
    by: get('mine') === null ? null : me
  }
  const ready = { ...chosen, ready: true, order: 'worth' }
  const blocked = { ...chosen, ready: false, order: 'worth' }
  const decided = { ...chosen, states: get('states')?.split(',') ?? decidedStates }
  const filter = { ready, blocked, decided }[tab]
  return useInfiniteQuery({
    queryKey: [...queueKey, tab, filter],
    queryFn: ({ pageParam, signal }) =>
      ask<QueuePage>(
        queueDocument,
        { filter, ready, blocked, first: 100, after: pageParam },
        { signal }
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ reviewQueue: { pageInfo } }) =>
      pageInfo.hasNextPage ? pageInfo.endCursor : null,
    refetchInterval: useLive(queueChangedDocument, [queueKey, ['insight']]),
    // A filter that is narrowed leaves the list standing until it is known; another tab is another list.
    placeholderData: (before: InfiniteData<QueuePage, string | null> | undefined, query) =>
      query?.queryKey[1] === tab ? keepPreviousData(before) : undefined
  })
}

/** One insight in full; also asked for ahead, so that the next is there at once. */
export const insightQuery = (id: string) =>
  queryOptions({
    queryKey: insightKey(id),
    queryFn: ({ signal }) =>
      ask<{ insight: InsightInFull }>(insightDocument, { id }, { signal }).then((r) => r.insight),
    enabled: id !== ''
  })

export const useInsight = (id: string) => useQuery(insightQuery(id))
