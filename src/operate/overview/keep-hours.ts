import type { Database } from '../../graph/database.js'
import { spaces } from '../../graph/queries.js'
import type { Log } from '../../log.js'
import { makeHours } from './make-hours.js'

export interface HourKeeping {
  /** Not any more, and waits for what goes on. */
  stop(): Promise<void>
}

/** Milliseconds: after the start, when the first questions are answered, and between two times. */
const usual = { afterStartMs: 60_000, againMs: 600_000 }

/**
 * Makes the hours of all spaces now and then, so that whoever opens the overview waits for the last of them alone, and
 * notes of stale hours do not pile up where nobody opens it.
 * @param started from when on
 */
export function keepHours(
  db: Database,
  { started, log, times = usual }: { started: Promise<void>; log: Log; times?: typeof usual }
): HourKeeping {
  const state: { timer: NodeJS.Timeout | null; over: boolean } = { timer: null, over: false }
  let going: Promise<void> = Promise.resolve()
  const look = async () => {
    for (const { id } of await db.run(spaces, { ids: [] }))
      if (!state.over) await makeHours(db, id, Date.now())
  }
  const again = (pauseMs: number) => {
    if (state.over) return
    const next = () => {
      going = look().catch((error: unknown) => {
        log.warn({ err: error }, 'the hours of the overview were not made; the next look is soon')
      })
      void going.then(() => {
        again(times.againMs)
      })
    }
    state.timer = setTimeout(next, pauseMs).unref()
  }
  void started.then(() => {
    again(times.afterStartMs)
  })
  return {
    stop: () => {
      state.over = true
      if (state.timer !== null) clearTimeout(state.timer)
      return going
    }
  }
}
