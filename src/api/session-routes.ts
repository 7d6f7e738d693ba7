import express, { type Request, type Response, type Router } from 'express'
import type { Access } from '../cairn.js'
import { CairnError } from '../errors.js'
import { letIn, sessionCookie, visitorOf, type Door } from './caller-of-request.js'

/** Logging a browser in and out, and who it is. */
export function sessionRoutes(door: Door): Router {
  const { access, publicUrl, strangers } = door
  const options = { secure: publicUrl?.startsWith('https:') === true }
  const inside = letIn(door)
  const router = express.Router()
  router.get('/session', inside, (request, response) => {
    response.json(visitorJson(request))
  })
  router.post('/session', express.json({ limit: '10kb' }), (request, response, next) => {
    const { key } = (request.body ?? {}) as { key?: unknown }
    logIn(access, typeof key === 'string' ? key : '')
      .then((session) => {
        setCookie(response, session, options)
        response.status(204).end()
      })
      .catch((error: unknown) => {
        void strangers(request, response, (busy?: unknown) => {
          next(busy ?? error)
        })
      })
  })
  router.delete('/session', inside, (request, response, next) => {
    access
      .endSession(visitorOf(request).identity.key)
      .then(() => {
        response.clearCookie(sessionCookie, { path: '/' }).status(204).end()
      })
      .catch(next)
  })
  router.get('/login', (request, response, next) => {
    const { code } = request.query
    access
      .openLink(typeof code === 'string' ? code : '')
      .then((session) => {
        if (session !== null) setCookie(response, session, options)
        response.redirect(303, session === null ? '/?link=used' : '/')
      })
      .catch(next)
  })
  return router
}

interface Session {
  readonly secret: string
  readonly expiresAt: number
}

async function logIn(access: Access, key: string): Promise<Session> {
  const identity = await access.identify(key.trim())
  if (identity === null)
    throw new CairnError(
      'UNAUTHENTICATED',
      'Invalid or expired key. An admin makes another with `cairn key add`; a lost admin key is replaced on its machine by `cairn key recover`.'
    )
  return access.startSession({ principal: identity.id, root: identity.root })
}

/** Not to be read by scripts, and not sent along from other pages. */
function setCookie(
  response: Response,
  { secret, expiresAt }: Session,
  { secure }: { secure: boolean }
): void {
  response.cookie(sessionCookie, secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/',
    expires: new Date(expiresAt)
  })
}

function visitorJson(request: Request) {
  const { identity, caller } = visitorOf(request)
  const { id, name, role, spaces } = identity
  return { principal: { id, name, role }, space: caller.space, spaces }
}
