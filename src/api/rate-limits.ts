import type { RequestHandler } from 'express'
import { ipKeyGenerator, MemoryStore, rateLimit, type Options } from 'express-rate-limit'
import { CairnError } from '../errors.js'
import { visitorOf } from './caller-of-request.js'

const minute = 60_000

/** What a principal may ask for in a minute. */
export interface RequestBudget {
  /** Counts each request as one. */
  readonly handler: RequestHandler
  /** Counts what one request asks for beyond the first. @throws CairnError TOO_MANY */
  charge(principal: string, more: number): Promise<void>
}

/** So many requests a minute for each principal; a document that writes several times counts as several. */
export function perPrincipal(requests: number): RequestBudget {
  const store = new MemoryStore()
  const keyGenerator = (request: Parameters<typeof visitorOf>[0]) => visitorOf(request).identity.id
  return {
    handler: limiter({ limit: requests, store, keyGenerator }),
    charge: async (principal, more) => {
      let hits = 0
      for (let i = 0; i < more; i += 1) hits = (await store.increment(principal)).totalHits
      if (hits > requests) throw tooMany(requests)
    }
  }
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
      next(tooMany(options.limit))
    }
  })
}

function tooMany(limit: unknown): CairnError {
  return new CairnError('TOO_MANY', 'Too many requests in a minute; wait a minute and ask again.', {
    details: { expected: `at most ${String(limit)} a minute` }
  })
}
