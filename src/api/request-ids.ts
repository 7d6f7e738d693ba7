import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Door, Observer } from '../domain/observer.js'
import { onBehalfOf } from '../request-context.js'

/** What another program may call its request by; everything else is given a name of ours. */
const wellFormed = /^[\w.-]{1,64}$/
/** Whoever asked went away before the answer. */
const wentAway = 499

/**
 * Gives every request an id, that of its `x-request-id` where there is one: it stands in the answer's
 * header and errors, in every line of the log and in Neo4j's own log of queries.
 */
export function requestIds(observer: Observer): RequestHandler {
  return (request, response, next) => {
    const said = request.get('x-request-id') ?? ''
    const id = wellFormed.test(said) ? said : randomBytes(8).toString('hex')
    response.setHeader('x-request-id', id)
    const context = { id, over: false }
    const door = doorOf(request.path)
    const started = performance.now()
    const ends: ((status: number) => void)[] = []
    response.once('close', () => {
      context.over = true
      const status = response.writableFinished ? response.statusCode : wentAway
      observer.answered(door, status, performance.now() - started)
      for (const end of ends) end(status)
    })
    const onEnd = (end: (status: number) => void) => ends.push(end)
    onBehalfOf(context, () => {
      observer.entering({ door, id, headers: request.headers, onEnd }, next)
    })
  }
}

const doorsByPath: readonly (readonly [path: string, door: Door])[] = [
  ['/graphql/stream', 'stream'],
  ['/graphql', 'graphql'],
  ['/mcp', 'mcp'],
  ['/health', 'health'],
  ['/metrics', 'operate'],
  ['/operate', 'operate']
]

function doorOf(path: string): Door {
  const found = doorsByPath.find(([start]) => path === start || path.startsWith(`${start}/`))
  return found?.[1] ?? 'pages'
}
