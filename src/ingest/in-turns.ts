import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long others wait at most, in milliseconds: well below what a person or a client notices. */
const turnMs = 20

/** Does something with each, one after the other, and lets others have their turn in between: the server answers meanwhile. */
export async function inTurns<T>(
  items: Iterable<T>,
  work: (item: T, at: number) => void
): Promise<void> {
  let [at, began] = [0, performance.now()]
  for (const item of items) {
    work(item, at)
    at += 1
    if (at % 32 === 0 && performance.now() - began >= turnMs) {
      await nextTurn()
      began = performance.now()
    }
  }
}
