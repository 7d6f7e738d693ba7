import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { identify, isRunning, type ProcessIdentity } from './process-identity.js'

/** A lock that this process holds until it releases it or ends. */
export interface OwnerLock {
  release(): void
}

interface Holder extends ProcessIdentity {
  /** Names this one holding, so that no two are ever taken for each other. */
  readonly nonce: string
}

/**
 * Takes the lock at `path` for this process, or answers who holds it.
 *
 * The lock is a file that names its holder; it is created by `link`, which makes it whole or not at
 * all. A dead holder's file is never removed by those who find it, for two of them could then remove
 * each other's. They go on instead to a second file named after the dead holder's nonce, and so on
 * along the chain; whoever links its free end, and still finds itself there when it walks the chain
 * again from its head, is the owner. Only the owner shortens the chain, and it replaces the head first.
 */
export function takeLock(path: string): { lock: OwnerLock } | { heldBy: ProcessIdentity } {
  const self = identify(process.pid) ?? { pid: process.pid, started: '' }
  const mine: Holder = { ...self, nonce: randomUUID() }
  const draft = `${path}.${mine.nonce}.draft`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600, flag: 'wx' })
  try {
    for (;;) {
      const end = walk(path)
      if (end.live !== null) return { heldBy: end.live }
      if (!linked(draft, end.free)) continue
      const again = walk(path)
      if (again.live?.nonce === mine.nonce) {
        shorten(path, draft, [...end.dead, end.free])
        return { lock: createOwnerLock(path, mine) }
      }
      rmSync(end.free, { force: true })
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Who holds the lock at `path` now; null where nobody does. */
export function lockHolder(path: string): ProcessIdentity | null {
  return walk(path).live
}

interface ChainEnd {
  readonly live: Holder | null
  /** Where the next holder's file belongs. */
  readonly free: string
  /** Files of dead holders, the head left out. */
  readonly dead: readonly string[]
}

function walk(path: string): ChainEnd {
  const dead: string[] = []
  let at = path
  for (;;) {
    const holder = readHolder(at)
    if (holder === null) return { live: null, free: at, dead }
    if (isRunning(holder)) return { live: holder, free: at, dead }
    if (at !== path) dead.push(at)
    at = `${path}.${holder.nonce}`
  }
}

function shorten(path: string, draft: string, passed: readonly string[]): void {
  const rest = passed.filter((file) => file !== path)
  if (rest.length === 0) return
  renameSync(draft, path)
  for (const file of rest) rmSync(file, { force: true })
}

function createOwnerLock(path: string, mine: Holder): OwnerLock {
  return {
    release: () => {
      if (readHolder(path)?.nonce === mine.nonce) rmSync(path, { force: true })
    }
  }
}

function linked(draft: string, target: string): boolean {
  try {
    linkSync(draft, target)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** null where there is no file; a file that nobody could have written whole counts as a dead holder's. */
function readHolder(path: string): Holder | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return parseHolder(text) ?? { pid: 0, started: '', nonce: 'unreadable' }
}

function parseHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const { pid, started, nonce } = value as Record<string, unknown>
    if (typeof pid !== 'number' || typeof started !== 'string') return null
    if (typeof nonce !== 'string' || !/^[0-9a-f-]{36}$/.test(nonce)) return null
    return { pid, started, nonce }
  } catch {
    return null
  }
}
