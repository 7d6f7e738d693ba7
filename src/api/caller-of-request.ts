import type { Request, RequestHandler } from 'express'
import type { Access, Identity } from '../cairn.js'
import type { Caller } from '../domain/caller.js'
import { CairnError } from '../errors.js'

/** Who asks, once a request was let in. */
export interface Visitor {
  readonly identity: Identity
  readonly caller: Caller
  /** For what goes on after the request: whether its key still opens as much. @throws CairnError UNAUTHENTICATED */
  readonly stillKnown: () => Promise<void>
}

const visitors = new WeakMap<Request, Visitor>()

/** @throws CairnError BUG where the request was not let in */
export function visitorOf(request: Request): Visitor {
  const visitor = visitors.get(request)
  if (visitor === undefined) throw new CairnError('BUG', 'a request was not let in')
  return visitor
}

export const sessionCookie = 'cairn_session'

/** What is behind a door, and how those are met who have no key to it. */
export interface Door {
  readonly access: Access
  readonly publicUrl: string | null
  /** Counts those who are not known, and has them wait where they are too many. */
  readonly strangers: RequestHandler
}

/**
 * Lets in who shows a key (`Authorization: Bearer …`) or has a session. In which space it writes
 * the header `cairn-space` says, where it is not the principal's own; in which session of a host it asks, `cairn-session`.
 */
export function letIn({ access, publicUrl, strangers }: Door): RequestHandler {
  return (request, response, next) => {
    const secret = bearer(request) ?? sessionOf(request, publicUrl)
    const look = () => (secret === undefined ? Promise.resolve(null) : access.identify(secret))
    look()
      .then((identity) => {
        if (identity === null) {
          void strangers(request, response, (error?: unknown) => {
            next(error ?? notKnown(request))
          })
          return
        }
        const session = sessionNamed(request.get('cairn-session'))
        const caller = { ...access.callerOf(identity, request.get('cairn-space')), ...session }
        visitors.set(request, { identity, caller, stillKnown: () => requireSame(identity, look) })
        next()
      })
      .catch(next)
  }
}

const longestSession = 200

/** What is longer than any host's name of a session is none. */
function sessionNamed(named = ''): { readonly session?: string } {
  const session = named.trim()
  return session === '' || session.length > longestSession ? {} : { session }
}

/** Rights that changed end a stream too: its listener opens another with those it has now. */
async function requireSame(before: Identity, look: () => Promise<Identity | null>): Promise<void> {
  const now = await look()
  if (now !== null && JSON.stringify(now) === JSON.stringify(before)) return
  throw new CairnError(
    'UNAUTHENTICATED',
    'The key or session of this stream was revoked, or what it may see has changed.'
  )
}

/** A browser sends cookies along whichever page of this machine asks: only our own pages may use them. */
function sessionOf(request: Request, publicUrl: string | null): string | undefined {
  const { origin, host } = request.headers
  const from = origin !== undefined && URL.canParse(origin) ? new URL(origin) : null
  const known = publicUrl !== null && URL.canParse(publicUrl) ? new URL(publicUrl).origin : null
  const ours = origin === undefined || from?.host === host || from?.origin === known
  return ours ? cookie(request, sessionCookie) : undefined
}

function bearer(request: Request): string | undefined {
  return /^Bearer ([\w-]+)$/i.exec(request.get('authorization') ?? '')?.[1]
}

function cookie(request: Request, name: string): string | undefined {
  for (const pair of (request.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}

function notKnown(request: Request): CairnError {
  const shown = bearer(request) !== undefined || cookie(request, sessionCookie) !== undefined
  return new CairnError(
    'UNAUTHENTICATED',
    shown
      ? 'Invalid or expired key or session. An admin makes another key with `cairn key add`; a lost admin key is replaced on its machine by `cairn key recover`. `cairn open` makes a link for the browser.'
      : 'Cairn answers those who show a key: Authorization: Bearer cairn_…. An admin makes one with `cairn key make`; a lost admin key is replaced on its machine by `cairn key recover`. `cairn open` makes a link for the browser.'
  )
}
