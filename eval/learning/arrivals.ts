import { randomFrom } from '../../src/domain/random-from.js'
import { readAttempts, traceOf, type Attempt } from '../retrieval/attempts.js'
import type { Problem } from '../retrieval/problems.js'
import type { Split } from './split.js'

/** An attempt with the problem that it tried and who is said to have made it. */
export interface Arrival {
  readonly attempt: Attempt
  readonly problem: Problem
  readonly agent: string
}

export interface Arrivals {
  /** By epoch, from 1. */
  readonly byEpoch: ReadonlyMap<number, readonly Arrival[]>
  /** Attempts at held-out families, for what is asked of them; never recorded. */
  readonly heldOut: readonly Arrival[]
  /** Attempts at other families with the code of a held-out one: recorded they would carry its solution over. */
  readonly leftOut: number
}

/** As many agents are simulated for each sort of attempt. */
export const agentCount = 5

/** Deals attempts over epochs and agents. One whose code solves another family comes once both are there. */
export function dealAttempts(
  file: string,
  problems: readonly Problem[],
  { split, seed }: { readonly split: Split; readonly seed: number }
): Arrivals {
  const byId = new Map(problems.map((problem) => [problem.id, problem]))
  const random = randomFrom(seed)
  const byEpoch = new Map<number, Arrival[]>()
  const heldOut: Arrival[] = []
  let leftOut = 0
  for (const attempt of readAttempts(file)) {
    const agent = `attempt-${attempt.kind}-${Math.floor(random() * agentCount) + 1}`
    const problem = byId.get(attempt.problem)
    if (problem === undefined) continue
    const arrival = { attempt, problem, agent }
    if (split.heldOut.has(problem.family)) {
      heldOut.push(arrival)
      continue
    }
    const origin = byId.get(attempt.solution_of ?? attempt.problem)
    const epochs = [problem, origin].map((of) => split.epochOf.get(of?.family ?? ''))
    const known = epochs.filter((epoch) => epoch !== undefined)
    if (known.length < epochs.length) {
      leftOut += 1
      continue
    }
    const epoch = Math.max(...known)
    byEpoch.set(epoch, [...(byEpoch.get(epoch) ?? []), arrival])
  }
  return { byEpoch, heldOut, leftOut }
}

export function traceOfArrival({ attempt, problem, agent }: Arrival): Record<string, unknown> {
  return { ...traceOf(attempt, problem), agent: { name: agent } }
}
