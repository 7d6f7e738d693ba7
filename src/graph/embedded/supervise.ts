import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../log.js'
import type { EmbeddedServer } from './embedded.js'

/** How often a server that dies by itself is started again. */
export interface RestartBudget {
  /** Pauses before the first, second … start within the window, in milliseconds; after the last it is given up. */
  readonly pauses: readonly number[]
  /** A start longer ago than this is forgotten, in milliseconds. */
  readonly windowMs: number
}

const usual: RestartBudget = { pauses: [0, 2_000, 10_000], windowMs: 10 * 60_000 }

export type Supervised = Pick<EmbeddedServer, 'exited' | 'stop'>

/**
 * Starts the embedded server again when it dies by itself, a few times within a while, and stops it when
 * asked: also one that is just being started again.
 */
export function supervise(
  first: Supervised,
  again: () => Promise<Supervised>,
  { log, budget = usual }: { readonly log: Log; readonly budget?: RestartBudget }
): { stop(): Promise<void> } {
  const state = { server: first, starts: [] as number[] }
  const over = new AbortController()
  const restart = async (): Promise<boolean> => {
    for (;;) {
      const now = performance.now()
      state.starts = state.starts.filter((at) => now - at < budget.windowMs)
      const pause = budget.pauses[state.starts.length]
      if (pause === undefined) {
        log.error(
          'Neo4j keeps ending; it is not started again. Its log is in the logs folder of CAIRN_HOME.'
        )
        return false
      }
      await wait(pause, undefined, { signal: over.signal }).catch(() => undefined)
      if (over.signal.aborted) return false
      state.starts.push(performance.now())
      try {
        state.server = await again()
        log.warn('Neo4j was started again')
        return !over.signal.aborted
      } catch (error) {
        log.error({ err: error }, 'Neo4j could not be started again')
      }
    }
  }
  const watch = async (): Promise<void> => {
    do {
      const exit = await state.server.exited
      if (over.signal.aborted) return
      log.error({ exit, restarts: state.starts.length }, 'Neo4j ended by itself')
      await state.server.stop()
    } while (await restart())
  }
  const watching = watch()
  watching.catch((error: unknown) => {
    log.error({ err: error }, 'Neo4j is watched no more')
  })
  return {
    stop: async () => {
      over.abort()
      await state.server.stop()
      await watching.catch(() => undefined)
      // The one that was being started meanwhile.
      await state.server.stop()
    }
  }
}
