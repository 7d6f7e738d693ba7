import { setImmediate as nextTurn } from 'node:timers/promises'

/** Longest stretch of work before others get their turn, in milliseconds: what they ask meanwhile hardly waits. */
const turnMs = 4

/** What is made of each, one after the other, while others get their turn in between: the server answers meanwhile. */
export async function inTurns<T, R>(
  items: readonly T[],
  make: (item: T, at: number) => R
): Promise<R[]> {
  const made: R[] = []
  let began = performance.now()
  for (const [at, item] of items.entries()) {
    made.push(make(item, at))
    if (performance.now() - began < turnMs) continue
    await nextTurn()
    began = performance.now()
  }
  return made
}
