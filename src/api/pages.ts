import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express, { type RequestHandler, type Router } from 'express'
import expressStaticGzip from 'express-static-gzip'
import helmet from 'helmet'
import { packageRoot } from '../package-root.js'

/** What a page of ours may load: its own files, and nothing from anywhere else. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"]
      }
    },
    // Only TLS in front may promise that there is TLS.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' }
  })
}

/**
 * Style and saved queries for Neo4j Browser, which is served from another address and fetches them
 * from its own pages; they are the same for everybody and hold nothing of the graph.
 */
export function browserAssets(): RequestHandler[] {
  const open: RequestHandler = (request, response, next) => {
    response.set({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin'
    })
    if (request.method !== 'OPTIONS') {
      next()
      return
    }
    // Browser adds headers of its own, so it asks first whether it may.
    response.set({ 'access-control-allow-methods': 'GET', 'access-control-allow-headers': '*' })
    response.status(204).end()
  }
  return [open, express.static(join(packageRoot(), 'seed', 'browser'), { index: false })]
}

/**
 * The pages, built into the package; every address that is none of the server's is a page's. They alone are compressed:
 * nothing in them is secret, and the streams of the other doors must not wait for a full buffer.
 */
export function pages(): Router {
  const folder = join(packageRoot(), 'dist', 'web')
  const index = join(folder, 'index.html')
  const router = express.Router()
  router.use(compression())
  // What the build has made as small as Brotli can goes out as it is; the rest is compressed as it goes.
  router.use(
    '/assets',
    expressStaticGzip(join(folder, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br'],
      serveStatic: { immutable: true, maxAge: '1y', fallthrough: true }
    })
  )
  router.use(express.static(folder, { index: false, maxAge: 0 }))
  router.use((request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const isPage = reads && request.accepts(['json', 'html']) === 'html'
    if (!isPage || !existsSync(index)) {
      next()
      return
    }
    response.set('cache-control', 'no-cache').sendFile(index)
  })
  return router
}
