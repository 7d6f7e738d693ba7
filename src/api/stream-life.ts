import { setTimeout as wait } from 'node:timers/promises'

/** A look at what changed, as long as somebody listens. */
export interface Listening {
  readonly signal: AbortSignal
  /** Rests between two looks; ends the stream at once when nobody listens any more. */
  readonly pause: (ms: number) => Promise<void>
}

/** Thrown into a stream whose listener has gone. */
class NobodyListens extends Error {}

/**
 * A stream that ends with its listener: `return` interrupts a pause, where a generator alone would
 * go on looking until it next had something to say.
 */
export function whileListened<T>(
  make: (listening: Listening) => AsyncGenerator<T, void>
): AsyncGenerator<T, void> {
  const over = new AbortController()
  const { signal } = over
  const pause = async (ms: number) => {
    await wait(ms, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) throw new NobodyListens()
  }
  const inner = make({ signal, pause })
  const ended = { done: true, value: undefined } as const
  const stream: AsyncGenerator<T, void> = {
    next: async () => {
      try {
        const next = await inner.next()
        return signal.aborted ? ended : next
      } catch (error) {
        if (signal.aborted) return ended
        throw error
      }
    },
    return: async () => {
      over.abort()
      // What is under way ends by itself; nobody waits for it.
      inner.return().catch(() => undefined)
      return Promise.resolve(ended)
    },
    throw: async (error) => {
      over.abort()
      inner.return().catch(() => undefined)
      return Promise.reject(error as Error)
    },
    [Symbol.asyncIterator]: () => stream,
    [Symbol.asyncDispose]: async () => {
      await stream.return(undefined)
    }
  }
  return stream
}
