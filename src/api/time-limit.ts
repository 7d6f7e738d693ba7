import type { RequestHandler } from 'express'
import { CairnError } from '../errors.js'

/** Milliseconds after which a request is answered with a failure; statements to Neo4j end by their own limit before. */
export const mostRequestMs = 60_000

/** An answer that takes too long is given up, and that is said. */
export function timeLimit(ms: number): RequestHandler {
  return (_, response, next) => {
    const timer = setTimeout(() => {
      if (response.headersSent) return
      next(
        new CairnError(
          'GRAPH_UNAVAILABLE',
          `This took longer than ${ms / 1000} s and was given up. Ask for less at once.`
        )
      )
    }, ms)
    response.once('close', () => {
      clearTimeout(timer)
    })
    next()
  }
}
