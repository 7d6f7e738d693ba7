import { pipeline } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Request, RequestHandler } from 'express'
import type { Cairn } from '../cairn.js'
import { atLeast, type Role } from '../domain/caller.js'
import { CairnError } from '../errors.js'
import { visitorOf } from './caller-of-request.js'

/** Figures of this process, from whoever counts. */
export interface Figures {
  readonly contentType: string
  text(): Promise<string>
}

/** GET /metrics, for admins: figures of this process, in which the work of all teams is counted together. */
export function metricsRoute(cairn: Cairn, figures: Figures): RequestHandler {
  return (request, response, next) => {
    requireAtLeast(request, 'admin', 'metrics')
    Promise.all([figures.text(), cairn.as(visitorOf(request).caller).workloadText()])
      .then((parts) => response.type(figures.contentType).send(parts.join('')))
      .catch(next)
  }
}

/**
 * POST /operate/backup, for admins: the graph as it stands at one moment, as a file. Where it goes is
 * up to who asks; the server writes to no place that a request names.
 */
export function backupRoute(cairn: Cairn, folder: string): RequestHandler {
  return (request, response, next) => {
    requireAtLeast(request, 'admin', 'backup')
    const abort = new AbortController()
    response.once('close', () => {
      abort.abort()
    })
    cairn
      .backup({ folder, signal: abort.signal })
      .then(({ content, heldMs }) => {
        response.set({
          'content-type': 'application/gzip',
          'cache-control': 'no-store',
          'cairn-held-ms': String(Math.round(heldMs))
        })
        // Where it breaks off, the file lacks its last line, and who asked notices.
        pipeline(content, createGzip({ level: 3 }), response, () => undefined)
      })
      .catch(next)
  }
}

/** @throws CairnError FORBIDDEN that names the least role */
export function requireAtLeast(request: Request, least: Role, what: string): void {
  const { caller } = visitorOf(request)
  if (atLeast(caller.role, least)) return
  throw new CairnError(
    'FORBIDDEN',
    `${what} is for the role ${least} and above; ${caller.name} is ${caller.role}.`,
    { details: { field: what, value: caller.role, expected: least } }
  )
}
