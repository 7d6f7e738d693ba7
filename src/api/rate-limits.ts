import type { RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit, type Options } from 'express-rate-limit'
import { CairnError } from '../errors.js'
import { visitorOf } from './caller-of-request.js'

const minute = 60_000
/** Wrong keys a minute from one address before it has to wait. */
const mostStrangers = 60

/** So many requests a minute for each principal. */
export function perPrincipal(requests: number): RequestHandler {
  return limiter({ limit: requests, keyGenerator: (request) => visitorOf(request).identity.id })
}

/** Whoever guesses keys has to wait after a minute's worth of wrong ones. */
export function perStranger(): RequestHandler {
  return limiter({
    limit: mostStrangers,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_, response) => response.statusCode !== 401
  })
}

function limiter(options: Partial<Options>): RequestHandler {
  return rateLimit({
    windowMs: minute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    ...options,
    // Express knows a handler by its parameters.
    handler: (_request, _response, next) => {
      next(
        new CairnError(
          'TOO_MANY',
          'That were too many requests in a minute; wait a minute and ask again.',
          {
            details: { expected: `at most ${String(options.limit)} a minute` }
          }
        )
      )
    }
  })
}
