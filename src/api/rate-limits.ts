import type { RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit, type Options } from 'express-rate-limit'
import { CairnError } from '../errors.js'
import { visitorOf } from './caller-of-request.js'

const minute = 60_000
/** So many requests a minute for each principal. */
export function perPrincipal(requests: number): RequestHandler {
  return limiter({ limit: requests, keyGenerator: (request) => visitorOf(request).identity.id })
}

/**
 * So many refusals a minute for each address from which nobody known asks; then it has to wait. Those
 * with a key are not held up by others behind the same address.
 */
export function perStranger(refusals: number): RequestHandler {
  return limiter({
    limit: refusals,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? '')
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
