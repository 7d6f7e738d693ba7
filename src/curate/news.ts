import type { Database } from '../graph/database.js'
import { markLessons, markTraces, newsOfCuration } from '../graph/queries.js'
import { throwIfStopped, type RunLock } from './run-lock.js'

/** A run under way: of which space, which number, and how it is held and stopped. */
export interface RunAt {
  readonly db: Database
  readonly lock: RunLock
  readonly space: string
  readonly run: number
  readonly seed: number
  readonly signal: AbortSignal
}

const markedAtOnce = 5_000

/** Puts everything that no run has seen into this one. */
export async function markNews({ db, lock, space, run, signal }: RunAt): Promise<void> {
  for (const mark of [markTraces, markLessons]) {
    for (let marked = markedAtOnce; marked === markedAtOnce;) {
      throwIfStopped(signal)
      marked = await db.write(async (tx) => {
        await lock.hold(tx)
        return (await tx.run(mark, { run, space, limit: markedAtOnce }))[0]?.marked ?? 0
      })
    }
  }
}

export interface News {
  readonly traces: number
  readonly lessons: number
  readonly problems: readonly string[]
}

/** What came in with a run, and at which problems, in order of their ids. */
export async function readNews({ db, space, run }: RunAt): Promise<News> {
  const [row] = await db.run(newsOfCuration, { run, space })
  if (row === undefined) return { traces: 0, lessons: 0, problems: [] }
  return { ...row, problems: [...new Set(row.problems)].sort() }
}
