import type { Candidate, CandidateResult } from './candidate-result.js'
import type { Executor } from './executor.js'
import type { ResultStore } from './result-store.js'

export interface RunOptions {
  readonly executor: Executor
  readonly store: ResultStore
  readonly onProgress?: (done: number, total: number) => void
}

/** Runs what the store does not know yet, in parallel; answers all in the order given. Twins run once. */
export async function runCandidates(
  candidates: readonly (Candidate & { readonly id: string })[],
  { executor, store, onProgress = () => undefined }: RunOptions
): Promise<CandidateResult[]> {
  const keys = candidates.map((candidate) => executor.keyOf(candidate))
  const missing = new Map(
    candidates.flatMap((candidate, i) => {
      const key = keys[i] ?? ''
      return store.known.has(key) ? [] : [[key, candidate] as const]
    })
  )
  let done = candidates.length - missing.size
  const queue = [...missing]
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [key, candidate] = next
      store.add(key, candidate.id, await executor.run(candidate))
      done += 1
      onProgress(done, candidates.length)
    }
  }
  await Promise.all(Array.from({ length: executor.workers }, work))
  return keys.map((key) => store.known.get(key) ?? { verdict: 'no-code' })
}
