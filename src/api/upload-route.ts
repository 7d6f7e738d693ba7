import express, { type RequestHandler } from 'express'
import type { Cairn } from '../cairn.js'
import { CairnError } from '../errors.js'
import { visitorOf } from './caller-of-request.js'
import { requireAtLeast } from './operate-routes.js'

/** Bytes of an archive above which it is refused; see ingest/packages/unpack.ts. */
const mostBytes = 100 * 1024 * 1024

/**
 * POST /uploads?name=docs.zip, for admins: an archive, kept until it is taken in. Answers with the source that `ingest` and
 * `sourcePreview` take; it is unpacked only by them, and never run.
 */
export function uploadRoute(cairn: Cairn): RequestHandler[] {
  const body = express.raw({ type: () => true, limit: mostBytes })
  const allowed: RequestHandler = (request, _, next) => {
    requireAtLeast(request, 'admin', 'uploads')
    next()
  }
  const keep: RequestHandler = (request, response, next) => {
    const { name } = request.query
    const bytes: unknown = request.body
    cairn
      .as(visitorOf(request).caller)
      .keepUpload(
        typeof name === 'string' ? name : '',
        Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0)
      )
      .then((source) => response.json({ source }))
      .catch(next)
  }
  return [allowed, readingBody(body), keep]
}

/** What is too large is said with the bound that holds here. */
function readingBody(body: RequestHandler): RequestHandler {
  return (request, response, next) => {
    body(request, response, (error?: unknown) => {
      const isTooLarge =
        error instanceof Error && 'type' in error && error.type === 'entity.too.large'
      if (!isTooLarge) next(error)
      else
        next(
          new CairnError(
            'TOO_LARGE',
            `The archive has more than ${String(mostBytes / 1024 / 1024)} MB, the most that is uploaded; name its folder instead.`,
            { details: { limit: mostBytes } }
          )
        )
    })
  }
}
