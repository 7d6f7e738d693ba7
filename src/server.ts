import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Cairn, CairnDeps } from './cairn.js'
import type { Config } from './config.js'
import { CairnError } from './errors.js'
import {
  connectionLimits,
  createLimitedServer,
  type ConnectionLimits
} from './operate/connection-limits.js'
import { createObserver } from './operate/create-observer.js'
import { openKept } from './operate/keep-before-upgrade.js'
import { createMetrics } from './operate/metrics.js'
import { openStreams } from './operate/open-streams.js'
import { createTracing, type Tracing } from './operate/tracing.js'

export interface RunningServer {
  readonly cairn: Cairn
  /** `http://127.0.0.1:7420` */
  readonly url: string
  /** Ends in the reverse order of the start: no new requests, those under way, jobs, graph. */
  close(): Promise<void>
}

/** Requests under way have this long to end, in milliseconds. */
const drainMs = 5_000

/**
 * The process as a value: graph, verbs, doors.
 * @throws CairnError PORT_IN_USE, and what createCairn throws
 */
export async function startServer(
  config: Config,
  deps: CairnDeps,
  limits: ConnectionLimits = connectionLimits
): Promise<RunningServer> {
  const http = createLimitedServer(limits, stillStarting)
  await listen(http, config)
  const opened: { graph?: Promise<{ close(): Promise<void> }> } = {}
  try {
    const figures = createMetrics()
    const tracing = config.otlpUrl === null ? null : await openTracing(config.otlpUrl)
    const observer = createObserver(figures, tracing)
    const graph = (opened.graph = openKept(config, { ...deps, observer }))
    // Its failure is met below; until then it is nobody's unhandled rejection.
    graph.catch(() => undefined)
    const { createCairn, createApollo, createApp } = await loadRest()
    const apollo = createApollo(deps.log, config)
    await apollo.start()
    const cairn = await createCairn(config, { ...deps, graph, observer })
    opened.graph = Promise.resolve(cairn)
    const { kept } = cairn.localKey()
    kept.catch((error: unknown) => {
      deps.log.error({ err: error }, 'the local admin key was not written')
    })
    warnOfOpenDoor(config, deps)
    http.off('request', stillStarting)
    const life = { stopping: false }
    const stopping = () => life.stopping
    const streams = openStreams(http)
    http.on(
      'request',
      createApp({
        cairn: knownAfter(cairn, kept),
        apollo,
        log: deps.log,
        config,
        figures,
        stopping
      })
    )
    const { port } = http.address() as AddressInfo
    return {
      cairn,
      url: `http://${reachable(config.host)}:${port}`,
      close: async () => {
        life.stopping = true
        streams.end()
        await closeHttp(http)
        await apollo.stop()
        await cairn.close()
        await tracing?.close()
      }
    }
  } catch (error) {
    await closeHttp(http)
    // A Neo4j that was started for this server does not outlive its failure.
    await opened.graph?.then((graph) => graph.close()).catch(() => undefined)
    throw error
  }
}

/** Whoever shows a key while that of this machine is still being written waits for it. */
function knownAfter(cairn: Cairn, kept: Promise<void>): Cairn {
  const identify: Cairn['access']['identify'] = async (secret) => {
    await kept.catch(() => undefined)
    return cairn.access.identify(secret)
  }
  return { ...cairn, access: { ...cairn.access, identify } }
}

async function openTracing(url: string): Promise<Tracing> {
  if (/^https?:/.test(url) && URL.canParse(url)) return createTracing(url)
  throw new CairnError(
    'NOT_CONFIGURED',
    `CAIRN_OTLP_URL is '${url}'; expected an address such as http://localhost:4318.`,
    { details: { field: 'CAIRN_OTLP_URL', value: url, expected: 'an address' } }
  )
}

/** Keys and answers that go over a network unencrypted are read by others on it. */
function warnOfOpenDoor({ host, publicUrl }: Config, { log, onProgress }: CairnDeps): void {
  if (/^(?:localhost|127\.|::1$)/.test(host) || publicUrl?.startsWith('https:') === true) return
  const warning = `WARNING: listening on ${host} without TLS: keys and answers can be read on the way. Put a proxy with TLS in front and name it in CAIRN_PUBLIC_URL (https://…), or listen on 127.0.0.1`
  log.warn(warning)
  onProgress?.(warning)
}

/** Half a second of loading, in which Neo4j starts already. */
async function loadRest() {
  const cairn = await import('./cairn.js')
  const apollo = await import('./api/apollo.js')
  const app = await import('./api/app.js')
  return { ...cairn, ...apollo, ...app }
}

/** A host as it stands in an address; where every address of the machine is listened on, its own. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

/** Whoever asks before the graph is up is told so. */
const stillStarting: RequestListener = (_, response) => {
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' })
  const message = 'Cairn is starting; ask again in a moment.'
  const errors = [{ message, extensions: { code: 'GRAPH_UNAVAILABLE' } }]
  response.end(JSON.stringify({ graph: 'starting', errors }))
}

/** The port is taken first: if somebody has it, nothing else needs to start. */
function listen(http: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      reject(listenFailure(error, config))
    })
    http.listen({ port: config.port, host: config.host }, resolve)
  })
}

function listenFailure(error: NodeJS.ErrnoException, config: Config): CairnError {
  if (error.code === 'EADDRINUSE') {
    return new CairnError(
      'PORT_IN_USE',
      `Port ${config.port} is in use by another program. Stop that program, or choose another port with CAIRN_PORT.`,
      {
        cause: error,
        details: { field: 'CAIRN_PORT', value: config.port, expected: 'a free port' }
      }
    )
  }
  return new CairnError(
    'NOT_CONFIGURED',
    `Cairn cannot listen on ${config.host}:${config.port} (${error.code ?? 'unknown reason'}). Check CAIRN_HOST and CAIRN_PORT.`,
    {
      cause: error,
      details: { field: 'CAIRN_HOST', value: config.host, expected: 'an address of this machine' }
    }
  )
}

async function closeHttp(http: Server): Promise<void> {
  const timer = setTimeout(() => {
    http.closeAllConnections()
  }, drainMs)
  await new Promise<void>((resolve) => {
    http.close(() => {
      resolve()
    })
    http.closeIdleConnections()
  })
  clearTimeout(timer)
}
