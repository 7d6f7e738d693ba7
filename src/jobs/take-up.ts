import type { Log } from '../log.js'
import type { Jobs } from './jobs.js'

/** When the jobs that a dead process left are taken up. */
export interface TakeUp {
  /** At once, if they were not yet; never fails. */
  now(): Promise<void>
  /** Not any more, and waits for what goes on; they stay for the next process. */
  forget(): Promise<void>
}

/** The first question comes before old work: a fresh Neo4j has only so many cores to plan on. Milliseconds. */
const afterStartMs = 5_000

/** Takes up unfinished jobs a moment after the start. */
export function takeUpLater(jobs: Pick<Jobs, 'resume'>, started: Promise<void>, log: Log): TakeUp {
  const state: { taken: Promise<void> | null; timer: NodeJS.Timeout | null; over: boolean } = {
    taken: null,
    timer: null,
    over: false
  }
  const now = () =>
    (state.taken ??= jobs.resume().then(
      () => undefined,
      (error: unknown) => {
        log.error({ err: error }, 'unfinished jobs were not taken up; they wait for the next start')
      }
    ))
  void started.then(() => {
    if (!state.over) state.timer = setTimeout(() => void now(), afterStartMs)
  })
  return {
    now,
    forget: () => {
      state.over = true
      if (state.timer !== null) clearTimeout(state.timer)
      return state.taken ?? Promise.resolve()
    }
  }
}
