import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { CairnError } from '../errors.js'
import type { Database, Transaction } from '../graph/database.js'
import { holdCuration, releaseCuration, takeCuration } from '../graph/queries.js'

/** The right to curate a space; while it is held, a beat in the graph says that its holder lives. */
export interface RunLock {
  /** First in every transaction of a run. @throws CairnError CONFLICT where another run took over */
  hold(tx: Transaction): Promise<void>
  release(): Promise<void>
}

const beatMs = 2_000

/** A holder that was silent for this long is dead; longer than any stretch of work without a turn. */
const silentMs = 10_000
const lookMs = 500

export function curationId(space: string): string {
  return `curation:${space}`
}

/**
 * Takes the lock of a space. Whether a holder lives is told by its beat, not by clocks: one that
 * does not move while it is watched was killed, and its run is taken up.
 * @throws CairnError ALREADY_RUNNING where another run goes on, CANCELLED
 */
export async function takeLock(db: Database, space: string, signal: AbortSignal): Promise<RunLock> {
  const id = curationId(space)
  const owner = `${hostname()}:${String(process.pid)}:${randomBytes(4).toString('hex')}`
  await untilTaken(db, { id, owner, space }, signal)
  const timer = setInterval(() => {
    // If it fails, the next transaction of the run says so.
    db.run(holdCuration, { id, owner }).catch(() => undefined)
  }, beatMs)
  timer.unref()
  return {
    hold: async (tx) => {
      const [held] = await tx.run(holdCuration, { id, owner })
      if (held === undefined) throw takenOver(space)
    },
    release: async () => {
      clearInterval(timer)
      await db.run(releaseCuration, { id, owner })
    }
  }
}

async function untilTaken(
  db: Database,
  { id, owner, space }: { readonly id: string; readonly owner: string; readonly space: string },
  signal: AbortSignal
): Promise<void> {
  const ask = async (silent: string, beat: number) => {
    const [row] = await db.run(takeCuration, { id, owner, silent, beat })
    return row ?? { taken: false, owner: null, beat }
  }
  const seen = await ask('', 0)
  const until = performance.now() + silentMs
  for (let now = seen; !now.taken;) {
    if (now.owner !== seen.owner || now.beat !== seen.beat) throw running(space)
    await wait(lookMs, undefined, { signal }).catch(() => {
      throw stopped()
    })
    now = await ask(performance.now() > until ? (seen.owner ?? '') : '', seen.beat)
  }
}

/** @throws CairnError CANCELLED */
export function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw stopped()
}

function stopped(): CairnError {
  return new CairnError('CANCELLED', 'Curation was stopped; the next run goes on from there.')
}

function running(space: string): CairnError {
  return new CairnError(
    'ALREADY_RUNNING',
    `Space '${space}' is being curated by another run; expected one at a time. Wait for it to end.`,
    { details: { field: 'space', value: space } }
  )
}

function takenOver(space: string): CairnError {
  return new CairnError(
    'CONFLICT',
    `Another run took over the curation of space '${space}', as this one had been silent; it goes on there.`,
    { details: { field: 'space', value: space } }
  )
}
