import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useAddress } from '../data/address.js'
import { ask } from '../data/ask.js'
import { useLive } from '../data/live.js'
import {
  insightDocument,
  queueChangedDocument,
  queueDocument,
  type InsightInFull,
  type QueuePage
} from './review-documents.js'

export const queueKey = ['review-queue'] as const
export const insightKey = (id: string) => ['insight', id] as const

const waiting = ['candidate', 'in-review', 'needs-work']

/** The queue as the address filters it. */
export function useQueue() {
  const { get } = useAddress()
  const filter = {
    states: get('states')?.split(',') ?? waiting,
    library: get('library'),
    flag: get('flag'),
    gap: get('gap')
  }
  return useInfiniteQuery({
    queryKey: [...queueKey, filter],
    queryFn: ({ pageParam, signal }) =>
      ask<{ reviewQueue: QueuePage }>(
        queueDocument,
        { filter, first: 100, after: pageParam },
        { signal }
      ).then(({ reviewQueue }) => reviewQueue),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    refetchInterval: useLive(queueChangedDocument, [queueKey, ['insight']]),
    placeholderData: keepPreviousData
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
