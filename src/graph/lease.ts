import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { CairnError } from '../errors.js'
import type { Database, Transaction } from './database.js'
import { fateOf, readHolder, thisHolder } from './lease-holder.js'
import { beatLeases, holdLease, releaseLease, takeLease } from './queries.js'

/** A right that one process has at a time: to run a job, to curate a space, to ingest a library. */
export interface Lease {
  readonly name: string
  /** Aborted when somebody else has it, or asked its holder to stop; the reason says which. */
  readonly signal: AbortSignal
  /** First in a transaction: what it writes counts only while the lease is held. @throws CairnError CONFLICT */
  hold(tx: Transaction): Promise<void>
  /** The same database, whose every write holds the lease first; leases that are taken by way of it hold both. */
  fenced(): Database
  /** Never fails: what could not be said to the graph counts as let go all the same. */
  release(): Promise<void>
}

/** Who holds a lease that was not free, as it was seen. */
export interface LeaseSeen {
  readonly token: string | null
  readonly holder: string | null
  readonly beat: number
}

export interface Leases {
  /** Takes a lease that is free, or from this holder; null where somebody else holds it. */
  take(name: string, from?: LeaseSeen): Promise<Lease | null>
  /**
   * Takes a lease, from a holder that died too: one on this machine is known by its process, one
   * elsewhere by a beat that stands still while it is watched. Null where the holder lives.
   * @throws the reason of the signal
   */
  takeOver(name: string, signal: AbortSignal): Promise<Lease | null>
  /** Whether the holder is gone, as far as it was watched: look again and again. */
  isGone(name: string, seen: LeaseSeen): boolean
}

export interface LeaseTimes {
  /** Milliseconds between two beats of a holder. */
  readonly beatMs: number
  /** For how long a beat on another machine stands still before its holder counts as dead. */
  readonly silentMs: number
  /** Between two looks at one that is watched; a longer gap counts as this much, for the watcher slept. */
  readonly lookMs: number
}

const usual: LeaseTimes = { beatMs: 2_000, silentMs: 15_000, lookMs: 500 }

/** The longest that one look adds to a silence, in milliseconds: after a pause of the watcher itself nothing is known. */
const longestLook = 6_000

/** Names of leases of jobs and of libraries; the state of curation keeps a node of its own. */
export function leaseName(of: string): string {
  return `lease:${of}`
}

/** Tokens that are held in this process: who is closed has let go. */
const heldHere = new Set<string>()

const registries = new WeakMap<Database, Leases>()

/** The leases that are taken by way of this database. */
export function leasesOf(db: Database): Leases {
  const under = fences.get(db)
  const known = registries.get(db) ?? (under === undefined ? createLeases(db) : within(db, under))
  registries.set(db, known)
  return known
}

/** What a fenced database stands on. */
const fences = new WeakMap<Database, Database>()

/** Leases of the database under a fence, whose writes hold what fences it as well. */
function within(fenced: Database, under: Database): Leases {
  const leases = leasesOf(under)
  const both = (lease: Lease | null): Lease | null =>
    lease === null ? null : { ...lease, fenced: () => fence(fenced, (tx) => lease.hold(tx)) }
  return {
    ...leases,
    take: async (...asked) => both(await leases.take(...asked)),
    takeOver: async (...asked) => both(await leases.takeOver(...asked))
  }
}

interface Held {
  readonly token: string
  readonly abort: AbortController
}

interface Registry {
  readonly db: Database
  readonly times: LeaseTimes
  readonly held: Map<string, Held>
  timer: NodeJS.Timeout | null
  /** Whether a beat is unanswered: it waits for a transaction that holds one of them. */
  beating: boolean
}

/** Leases with other times: for tests. */
export function createLeases(db: Database, times: LeaseTimes = usual): Leases {
  const registry: Registry = { db, times, held: new Map(), timer: null, beating: false }
  const watched = new Map<string, Watched>()
  const attempt = (name: string, from: LeaseSeen | null) => takeIn(registry, name, from)
  const isGone = (name: string, seen: LeaseSeen) => judge(watched, { name, seen }, times)
  return {
    take: async (name, from) => {
      const { lease } = await attempt(name, from ?? null)
      if (lease !== null) watched.delete(name)
      return lease
    },
    takeOver: async (name, signal) => {
      const first = await attempt(name, null)
      for (let now = first; ;) {
        if (now.lease !== null) return now.lease
        if (now.seen.token !== first.seen.token || now.seen.beat !== first.seen.beat) return null
        const isDead = isGone(name, now.seen)
        if (!isDead && fateOf(readHolder(now.seen.holder)) === 'alive') return null
        if (!isDead)
          await wait(times.lookMs, undefined, { signal }).catch(() => {
            signal.throwIfAborted()
          })
        now = await attempt(name, isDead ? now.seen : null)
      }
    },
    isGone
  }
}

interface Watched {
  readonly token: string | null
  readonly beat: number
  readonly silent: number
  readonly at: number
}

function judge(
  watched: Map<string, Watched>,
  { name, seen }: { name: string; seen: LeaseSeen },
  times: LeaseTimes
): boolean {
  const { token, beat } = seen
  if (token === null) return true
  const holder = readHolder(seen.holder)
  const fate = fateOf(holder)
  if (fate === 'gone') return true
  if (fate === 'alive') return holder?.pid === process.pid && !heldHere.has(token)
  const now = performance.now()
  const last = watched.get(name)
  const moved = last === undefined || last.token !== token || last.beat !== beat
  const silent = moved ? 0 : last.silent + Math.min(now - last.at, longestLook)
  watched.set(name, { token, beat, silent, at: now })
  if (silent < times.silentMs) return false
  watched.delete(name)
  return true
}

async function takeIn(
  registry: Registry,
  name: string,
  from: LeaseSeen | null
): Promise<{ lease: Lease | null; seen: LeaseSeen }> {
  const token = randomBytes(12).toString('hex')
  // Held from before it is asked for: nobody in this process may think that it was let go.
  heldHere.add(token)
  try {
    const [row] = await registry.db.run(takeLease, {
      id: name,
      token,
      holder: JSON.stringify(thisHolder()),
      from: from?.token ?? null,
      beat: from?.beat ?? 0
    })
    if (row?.taken === true) return { lease: keep(registry, name, token), seen: row }
    heldHere.delete(token)
    return { lease: null, seen: row ?? { token: null, holder: null, beat: 0 } }
  } catch (error) {
    heldHere.delete(token)
    throw error
  }
}

function keep(registry: Registry, name: string, token: string): Lease {
  const { db, held, times } = registry
  const abort = new AbortController()
  held.set(name, { token, abort })
  registry.timer ??= setInterval(() => void beat(registry), times.beatMs).unref()
  const hold = async (tx: Transaction) => {
    if ((await tx.run(holdLease, { id: name, token })).length === 0) throw takenOver(name)
  }
  return {
    name,
    signal: abort.signal,
    hold,
    fenced: () => fence(db, hold),
    release: async () => {
      if (held.get(name)?.token === token) held.delete(name)
      heldHere.delete(token)
      if (held.size === 0 && registry.timer !== null) clearInterval(registry.timer)
      if (held.size === 0) registry.timer = null
      await db.run(releaseLease, { id: name, token }).catch(() => undefined)
    }
  }
}

async function beat(registry: Registry): Promise<void> {
  if (registry.beating) return
  registry.beating = true
  const { db, held } = registry
  const asked = [...held].map(([id, { token }]) => ({ id, token }))
  try {
    const rows = await db.run(beatLeases, { leases: asked })
    const answers = new Map(rows.map(({ id, cancel }) => [id, cancel]))
    for (const { id, token } of asked) {
      const mine = held.get(id)
      if (mine?.token !== token) continue
      const cancel = answers.get(id)
      if (cancel === undefined) mine.abort.abort(takenOver(id))
      else if (cancel) mine.abort.abort(new CairnError('CANCELLED', 'Somebody asked to stop it.'))
    }
  } catch {
    // Whether it is still held, the next beat or the next transaction says.
  } finally {
    registry.beating = false
  }
}

/** A database whose writes hold a lease first. */
function fence(db: Database, hold: Lease['hold']): Database {
  const write: Database['write'] = (work) =>
    db.write(async (tx) => {
      await hold(tx)
      return work(tx)
    })
  const fenced: Database = {
    ...db,
    write,
    run: async (query, params) => {
      if (query.access === 'write') return write((tx) => tx.run(query, params))
      // It has transactions of its own, so that it can only be asked before.
      if (query.access === 'batched') await write(() => Promise.resolve())
      return db.run(query, params)
    }
  }
  fences.set(fenced, db)
  return fenced
}

function takenOver(name: string): CairnError {
  return new CairnError(
    'CONFLICT',
    'Another process took this work over, as this one had been silent; it goes on there.',
    { details: { field: 'lease', value: name } }
  )
}
