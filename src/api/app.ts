import type { ApolloServer } from '@apollo/server'
import { expressMiddleware } from '@as-integrations/express5'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import type { Cairn } from '../cairn.js'
import { CairnError, publicFailure } from '../errors.js'
import type { Log } from '../log.js'
import type { Context } from './context.js'

/** Bytes of a request's body: room for the longest question or attempt and its JSON escapes. */
const maxBody = '4mb'

/** Cairn over HTTP, as a value: GraphQL at /graphql, and /health. `apollo` must be started. */
export function createApp(deps: {
  cairn: Cairn
  apollo: ApolloServer<Context>
  log: Log
  /** Address that the server listens on; requests may name it. */
  host: string
}): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(onlyFor(new Set([...localNames, deps.host, `[${deps.host}]`])))
  app.get('/health', (_, response, next) => {
    deps.cairn
      .health()
      .then((health) =>
        response.status(health.graph === 'up' ? 200 : 503).json({ ...health, pid: process.pid })
      )
      .catch(next)
  })
  app.use(
    '/graphql',
    onlyJson,
    express.json({ limit: maxBody }),
    expressMiddleware(deps.apollo, { context: () => Promise.resolve({ cairn: deps.cairn }) })
  )
  app.use((request, _, next) => {
    next(
      new CairnError(
        'NOT_FOUND',
        `There is nothing at ${request.path.slice(0, 100)}; GraphQL is at /graphql.`
      )
    )
  })
  app.use(failed(deps.log))
  return app
}

const localNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * A page somebody visits may not reach Cairn through their browser: requests name a host of this
 * machine, and where a browser says from where it asks, that is this machine too.
 */
function onlyFor(names: ReadonlySet<string>): RequestHandler {
  const local = (url: string) => URL.canParse(url) && names.has(new URL(url).hostname)
  return (request, _, next) => {
    const { host = '', origin } = request.headers
    if (local(`http://${host}`) && (origin === undefined || local(origin))) {
      next()
      return
    }
    next(
      new CairnError(
        'BAD_INPUT',
        'Cairn answers requests from this machine only: the Host or Origin header names another.'
      )
    )
  }
}

/** What would reach GraphQL without a body is told here how to ask. */
const onlyJson: RequestHandler = (request, _, next) => {
  if (request.method === 'POST' && request.is('application/json') !== false) {
    next()
    return
  }
  next(
    new CairnError(
      'BAD_INPUT',
      'GraphQL is asked here by POST with content-type application/json and a body of the form {"query": "…", "variables": {…}}.'
    )
  )
}

function failed(log: Log): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  // eslint-disable-next-line max-params
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const failure = publicFailure(bodyFailure(error))
    if (failure.code === 'BUG') log.error({ err: error }, 'request failed')
    const { code, message, details } = failure
    response.status(failure.status).json({ errors: [{ message, extensions: { code, details } }] })
  }
}

/** What Express says of a body that it could not read, in our words. */
function bodyFailure(error: unknown): unknown {
  const type = error instanceof Error && 'type' in error ? error.type : undefined
  if (type === 'entity.too.large') {
    return new CairnError('TOO_LARGE', `The request is too large; at most ${maxBody} is read.`)
  }
  // Every other type is a way in which a body could not be read.
  if (typeof type === 'string') {
    return new CairnError('BAD_INPUT', 'The body of the request is not JSON in UTF-8.')
  }
  return error
}
