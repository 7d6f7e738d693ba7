import type { Database } from '../graph/database.js'
import { principalByHash, sharedSpaces, touchKey } from '../graph/queries.js'
import type { Log } from '../log.js'
import { identityOf, type Identity } from './identity.js'
import { hashOf, isSecret } from './secrets.js'

export interface Authenticator {
  /** Whom a key or session belongs to, null where it opens nothing. */
  identify(secret: string): Promise<Identity | null>
  /** Says that rights changed. */
  forget(): void
}

/**
 * How long rights are remembered, in milliseconds. Changes in this process count at once, those made
 * in another at the latest after this.
 */
const freshMs = 5_000
/** How often the time of the last use is written, in milliseconds. */
const touchEvery = 60_000
const mostRemembered = 10_000
/** When it is written, in milliseconds: after whoever asked has his answer. */
const touchAfter = 10_000

interface Remembered {
  readonly at: number
  readonly identity: Promise<Identity | null>
}

export function createAuthenticator(deps: {
  readonly db: Database
  readonly log: Log
  readonly now: () => number
}): Authenticator {
  const remembered = new Map<string, Remembered>()
  const touched = new Map<string, number>()
  const look = async (hash: string): Promise<Identity | null> => {
    const now = deps.now()
    const [[row], shared] = await Promise.all([
      deps.db.run(principalByHash, { hash, now }),
      deps.db.run(sharedSpaces, {})
    ])
    if (row === undefined || row.kind === 'link') return null
    if (now - (touched.get(row.key) ?? row.lastUsedAt ?? 0) > touchEvery) {
      touched.set(row.key, now)
      setTimeout(() => {
        deps.db.run(touchKey, { id: row.key, now }).catch((error: unknown) => {
          deps.log.warn({ err: error }, 'the last use of a key was not written')
        })
      }, touchAfter).unref()
    }
    return identityOf(row, shared)
  }
  return {
    identify: async (secret) => {
      if (!isSecret(secret)) return null
      const hash = hashOf(secret)
      const found = remembered.get(hash)
      if (found !== undefined && deps.now() - found.at < freshMs) return found.identity
      if (remembered.size >= mostRemembered) remembered.clear()
      const identity = look(hash)
      identity.catch(() => remembered.delete(hash))
      remembered.set(hash, { at: deps.now(), identity })
      return identity
    },
    forget: () => {
      remembered.clear()
    }
  }
}
