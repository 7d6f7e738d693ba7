import type { Log } from '../log.js'
import type { Jobs } from './jobs.js'

/** When the jobs that a dead process left are resumed: a moment after the start, and again and again. */
export interface JobResumption {
  /** At once, if they were not looked for yet; never fails. */
  now(): Promise<void>
  /** Not any more, and waits for what goes on; they stay for the next process. */
  stop(): Promise<void>
}

/** Milliseconds. */
export interface ResumptionTimes {
  /** The first question comes before old work: a fresh Neo4j has only so many cores to plan on. */
  readonly afterStartMs: number
  /** Between two looks: other processes die while this one lives. */
  readonly againMs: number
}

const usual: ResumptionTimes = { afterStartMs: 5_000, againMs: 5_000 }

interface Resuming {
  readonly started: Promise<void>
  /** What else a dead process may have left: done once, with the first look. */
  readonly leftovers: () => Promise<void>
  readonly log: Log
  /** Others than usual: for tests. */
  readonly times?: ResumptionTimes
}

/** Resumes unfinished jobs that nobody has in hand, from a moment after the start on. */
export function resumeJobs(
  jobs: Pick<Jobs, 'resume'>,
  { started, leftovers, log, times = usual }: Resuming
): JobResumption {
  const state: { first: Promise<void> | null; timer: NodeJS.Timeout | null; over: boolean } = {
    first: null,
    timer: null,
    over: false
  }
  let going: Promise<void> = Promise.resolve()
  const look = () => {
    going = jobs.resume().then(
      () => undefined,
      (error: unknown) => {
        log.error({ err: error }, 'unfinished jobs were not looked for; the next look is soon')
      }
    )
    return going
  }
  const finish = () =>
    leftovers().catch((error: unknown) => {
      log.error({ err: error }, 'what a process left unfinished was not gone on with')
    })
  const first = () => {
    going = look().then(finish)
    return going
  }
  const now = () => (state.first ??= first())
  const again = (pauseMs: number) => {
    if (state.over) return
    const next = () => {
      void (state.first === null ? now() : look()).then(() => {
        again(times.againMs)
      })
    }
    state.timer = setTimeout(next, pauseMs).unref()
  }
  void started.then(() => {
    again(times.afterStartMs)
  })
  return {
    now,
    stop: () => {
      state.over = true
      if (state.timer !== null) clearTimeout(state.timer)
      return going
    }
  }
}
