import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { ask } from '../data/ask.js'
import type { Effect } from '../parts/effect.js'
import {
  compareDocument,
  effectsDocument,
  epochsDocument,
  type Difference,
  type Epoch,
  type MeasuredEffect
} from './epochs-documents.js'

/** Every epoch, the oldest first. */
export const useEpochs = () =>
  useQuery({
    queryKey: ['epochs'],
    queryFn: ({ signal }) =>
      ask<{ epochs: Epoch[] }>(epochsDocument, {}, { signal }).then((answer) =>
        [...answer.epochs].sort((a, b) => a.number - b.number)
      )
  })

/** What changed between two epochs. */
export const differenceQuery = (from: number, to: number) =>
  queryOptions({
    queryKey: ['epochs', from, to],
    queryFn: ({ signal }) =>
      ask<{ compareEpochs: Difference }>(compareDocument, { from, to }, { signal }).then(
        (answer) => answer.compareEpochs
      )
  })

/** Insights in force at the end of an epoch, by what became of them in it. */
export interface Step {
  readonly kept: number
  readonly added: number
  readonly changed: number
  /** In force at the end of the epoch before, and not at the end of this one. */
  readonly gone: number
}

/** Steps that are asked for at most; of earlier epochs only the count is known. */
const mostSteps = 24

/** What each epoch brought, by its number; missing while it is not known. */
export function useSteps(epochs: readonly Epoch[]): ReadonlyMap<number, Step> {
  const later = epochs.slice(1).slice(-mostSteps)
  const answers = useQueries({
    queries: later.map(({ number }) => differenceQuery(number - 1, number))
  })
  const steps = new Map<number, Step>()
  const [first] = epochs
  // Before the first nothing was in force.
  if (first?.number === 1) steps.set(1, { kept: 0, added: first.inForce, changed: 0, gone: 0 })
  later.forEach(({ number, inForce }, i) => {
    const difference = answers[i]?.data
    if (difference === undefined) return
    const [added, changed, gone] = [difference.added, difference.changed, difference.gone].map(
      (list) => list.length
    ) as [number, number, number]
    steps.set(number, { kept: Math.max(0, inForce - added - changed), added, changed, gone })
  })
  return steps
}

/** What insights brought, measured, by their ids. */
export function useEffects(): ReadonlyMap<string, Effect> {
  const { data } = useQuery({
    queryKey: ['insight-effects'],
    queryFn: ({ signal }) =>
      ask<{ insightEffects: MeasuredEffect[] }>(effectsDocument, {}, { signal }).then(
        (answer) => answer.insightEffects
      )
  })
  return new Map((data ?? []).map((one) => [one.insight, one]))
}
