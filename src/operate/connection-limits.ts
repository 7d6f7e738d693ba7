import { createServer, type RequestListener, type Server } from 'node:http'

/** How long whoever connects may take, in milliseconds, and how many may be connected. */
export interface ConnectionLimits {
  /** From the connection, or the last answer on it, to the end of a request's headers. */
  readonly headersMs: number
  /** From its first byte to the end of its body. */
  readonly requestMs: number
  /** Without a request after an answer. */
  readonly idleMs: number
  /** How often it is looked who took longer. */
  readonly everyMs: number
  /** More are closed as they come. */
  readonly most: number
}

export const connectionLimits: ConnectionLimits = {
  headersMs: 15_000,
  requestMs: 60_000,
  idleMs: 5_000,
  everyMs: 5_000,
  most: 1_000
}

/** An HTTP server that cuts off whoever sends slowly on purpose, and holds no more connections than it may. */
export function createLimitedServer(limits: ConnectionLimits, listener: RequestListener): Server {
  const http = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: limits.everyMs
    },
    listener
  )
  http.maxConnections = limits.most
  return http
}
