import { setTimeout as pause } from 'node:timers/promises'
import neo4j from 'neo4j-driver'
import { isCutOff } from './graph-failure.js'

/** What is worth trying again is tried for so long, in milliseconds: as long as the driver itself does. */
export const retryMs = 10_000

/** Waits a little longer each time, in milliseconds, and never at the same moments as others. */
export function createPauses(): () => Promise<void> {
  let next = 20
  return async () => {
    const now = next
    next = Math.min(now * 2, 2_000)
    await pause(now * (0.5 + Math.random()))
  }
}

/** Whether the same may go well a moment later, whatever the driver thinks of connections that were cut. */
export function passesByItself(error: unknown): boolean {
  return error instanceof neo4j.Neo4jError && (neo4j.isRetryableError(error) || isCutOff(error))
}

/** Reads, again and again where it failed for a reason that passes by itself. @throws what it threw last */
export async function readAgain<T>(read: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const rest = createPauses()
  for (;;) {
    try {
      return await read()
    } catch (error) {
      if (!passesByItself(error) || performance.now() - started > retryMs) throw error
      await rest()
    }
  }
}
