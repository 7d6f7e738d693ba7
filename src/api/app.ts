import type { ApolloServer } from '@apollo/server'
import { expressMiddleware } from '@as-integrations/express5'
import express, { type Express, type RequestHandler } from 'express'
import type { Cairn } from '../cairn.js'
import type { Config } from '../config.js'
import { CairnError } from '../errors.js'
import type { Log } from '../log.js'
import type { McpHandler } from '../mcp/mcp-handler.js'
import { letIn, visitorOf } from './caller-of-request.js'
import { contextFor, type Context } from './context.js'
import { browserAssets, pages, securityHeaders } from './pages.js'
import { failed, failedRpc, maxBody } from './failed.js'
import { perPrincipal, perStranger, type RequestBudget } from './rate-limits.js'
import { backupRoute, metricsRoute, type Figures } from './operate-routes.js'
import { requestIds } from './request-ids.js'
import { onlyForUs } from './same-site.js'
import { sessionRoutes } from './session-routes.js'
import { streaming } from './streaming.js'
import { mostRequestMs, timeLimit } from './time-limit.js'
import { uploadRoute } from './upload-route.js'

export interface AppDeps {
  readonly cairn: Cairn
  /** Started already. */
  readonly apollo: ApolloServer<Context>
  readonly log: Log
  readonly config: Pick<Config, 'home' | 'host' | 'publicUrl' | 'origins' | 'requestsPerMinute'>
  /** What is counted, for /metrics. */
  readonly figures: Figures
  /** Whether the process is about to end. */
  readonly stopping?: () => boolean
  /** In place of a minute. */
  readonly mostRequestMs?: number
}

/**
 * Cairn over HTTP, as a value: GraphQL at /graphql and, streamed, at /graphql/stream, MCP at /mcp, the
 * pages, and /health. Without a key or a session nothing else is answered but the pages' own files.
 */
export function createApp(deps: AppDeps): Express {
  const { cairn, config, log } = deps
  const app = express()
  app.disable('x-powered-by')
  app.use(requestIds(cairn.observer))
  app.use(securityHeaders())
  app.get('/health', healthOf(deps))
  app.use('/browser-assets', ...browserAssets())
  app.use(onlyForUs(config))
  const door = {
    access: cairn.access,
    publicUrl: config.publicUrl,
    strangers: perStranger(Math.max(1, Math.ceil(config.requestsPerMinute / 10)))
  }
  app.use(sessionRoutes(door))
  const budget = perPrincipal(config.requestsPerMinute)
  const inside = [letIn(door), budget.handler]
  const body = express.json({ limit: maxBody })
  const inTime = timeLimit(deps.mostRequestMs ?? mostRequestMs)
  // What is no JSON is read as such too: streaming would read it without a bound.
  const anyBody = express.json({ limit: maxBody, type: () => true })
  app.use('/graphql/stream', ...inside, anyBody, streaming(cairn))
  app.use(
    '/graphql',
    inTime,
    ...inside,
    onlyJson,
    body,
    expressMiddleware(deps.apollo, {
      context: ({ req }) => {
        const visitor = visitorOf(req)
        const charge = (more: number) => budget.charge(visitor.identity.id, more)
        return Promise.resolve({ ...contextFor(cairn, visitor), charge })
      }
    })
  )
  app.use('/mcp', inTime, ...inside, body, mcp(deps, budget), failedRpc(log))
  app.post('/uploads', ...inside, ...uploadRoute(cairn))
  app.get('/metrics', ...inside, metricsRoute(cairn, deps.figures))
  app.post('/operate/backup', ...inside, backupRoute(cairn, config.home))
  app.use(pages())
  app.use((request, _, next) => {
    next(
      new CairnError(
        'NOT_FOUND',
        `There is nothing at ${request.path.slice(0, 100)}; GraphQL is at /graphql, MCP at /mcp.`
      )
    )
  })
  app.use(failed(log))
  return app
}

/** Whether Cairn is up, for whoever watches it; says nothing of what it holds. */
function healthOf({ cairn, stopping = () => false }: AppDeps): RequestHandler {
  return (_, response, next) => {
    if (stopping()) {
      response.status(503).json({ graph: 'stopping', pid: process.pid })
      return
    }
    cairn
      .health()
      .then((health) =>
        response.status(health.graph === 'up' ? 200 : 503).json({ ...health, pid: process.pid })
      )
      .catch(next)
  }
}

/** MCP's libraries are loaded when the first host says hello, not while somebody waits for the start. */
function mcp({ cairn, log }: AppDeps, budget: RequestBudget): RequestHandler {
  let loaded: Promise<McpHandler> | undefined
  const load = async () => (await import('../mcp/mcp-handler.js')).createMcpHandler({ log })
  return (request, response, next) => {
    const { caller, identity } = visitorOf(request)
    const charge = (more: number) => budget.charge(identity.id, more)
    const at = { cairn: cairn.as(caller), caller, body: request.body as unknown, charge }
    loaded ??= load()
    loaded.then((handle) => handle(request, response, at)).catch(next)
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
