import {
  CLIENT_INFO_META_KEY,
  isInitializeRequest,
  isJSONRPCErrorResponse,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  parseJSONRPCMessage,
  SdkHttpError,
  StreamableHTTPClientTransport,
  type JSONRPCMessage
} from '@modelcontextprotocol/client'
import type { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { publicFailure } from '../../errors.js'
import { createUnstartedServer, needsNoGraph } from '../../mcp/unstarted-server.js'

export interface BridgeDeps {
  /** The host's side. */
  readonly stdio: StdioServerTransport
  /** Where the server is now; starts it the first time. @throws CairnError where there is none */
  readonly findUrl: () => Promise<string>
  /** Whether the server has to be started first: meanwhile what needs no graph is answered here. */
  readonly mustStart: () => Promise<boolean>
  /** What each request carries; `agent` is what the host calls itself. */
  readonly headers: (agent: string | null) => Record<string, string>
}

/** JSON-RPC's code for what a server itself calls an error. */
const serverError = -32000

/** What both sides of the bridge go by. */
interface Told {
  /** What the host calls itself. */
  agent: string | null
  /** The protocol that both agreed on; it goes into the headers from then on. */
  version: string | undefined
}

/** Notes the version where a message agrees on one. @returns whether it does */
function noteVersion(told: Told, message: JSONRPCMessage): boolean {
  if (!isJSONRPCResultResponse(message)) return false
  const { protocolVersion } = message.result
  if (typeof protocolVersion === 'string') told.version = protocolVersion
  return typeof protocolVersion === 'string'
}

/** The name that a host gives itself: once where it says hello, since 2026-07-28 with every request. */
function nameSaid(message: JSONRPCMessage): string | null {
  if (isInitializeRequest(message)) return message.params.clientInfo.name
  if (!isJSONRPCRequest(message)) return null
  const info = message.params?._meta?.[CLIENT_INFO_META_KEY]
  const named = typeof info === 'object' && info !== null && 'name' in info ? info.name : null
  return typeof named === 'string' ? named : null
}

/** The server's side: opened with the first message, anew after a failure. */
function httpSide({ stdio, findUrl, headers }: BridgeDeps, told: Told) {
  let http: Promise<StreamableHTTPClientTransport> | null = null
  const open = async (): Promise<StreamableHTTPClientTransport> => {
    const url = new URL('/mcp', await findUrl())
    const transport = new StreamableHTTPClientTransport(url, {
      requestInit: { headers: headers(told.agent) }
    })
    transport.onmessage = (message) => {
      if (noteVersion(told, message)) transport.setProtocolVersion(told.version ?? '')
      void stdio.send(message)
    }
    await transport.start()
    if (told.version !== undefined) transport.setProtocolVersion(told.version)
    return transport
  }
  const once = async (message: JSONRPCMessage): Promise<void> => {
    http ??= open()
    const mine = http
    try {
      const transport = await mine
      await new Promise<void>((resolve, reject) => {
        // A stream that ends answered, or never will.
        transport.send(message, { onRequestStreamEnd: resolve }).then(() => {
          if (!wantsProgress(message)) resolve()
        }, reject)
      })
    } catch (error) {
      if (http === mine) http = null
      throw error
    }
  }
  return {
    /** Forgets the connection: the next message opens another. */
    renew: () => {
      http = null
    },
    /** Begins to open, and waits for nothing; what fails is tried again with the first message. */
    begin: () => {
      http ??= open()
      http.catch(() => {
        http = null
      })
    },
    /** A key may be new, or the server elsewhere since: once more from the start, unless it was understood and refused. */
    send: (message: JSONRPCMessage) =>
      once(message).catch((error: unknown) => {
        if (isRefusal(error)) throw error
        return once(message)
      })
  }
}

/** Only such a request is answered by a stream, which goes on after it began. */
function wantsProgress(message: JSONRPCMessage): boolean {
  return isJSONRPCRequest(message) && message.params?._meta?.progressToken !== undefined
}

/**
 * Passes messages between a host on standard streams and the server over HTTP, both ways. A server that went and
 * came back, elsewhere too, is found again at the next message; meanwhile each request gets an error that says so.
 * While the server starts, what needs no graph is answered here.
 * Resolves when the host has gone and its last requests are answered.
 */
export function runBridge(deps: BridgeDeps): Promise<void> {
  const { stdio, mustStart } = deps
  const told: Told = { agent: null, version: undefined }
  const server = httpSide(deps, told)
  const unstarted = once(() =>
    createUnstartedServer((message) => {
      noteVersion(told, message)
      void stdio.send(message)
    })
  )
  const underWay = new Set<Promise<void>>()

  const pass = async (message: JSONRPCMessage): Promise<void> => {
    const agent = nameSaid(message)
    if (agent !== null && agent !== told.agent) {
      told.agent = agent
      server.renew()
    }
    try {
      if (needsNoGraph(message) && (await mustStart())) {
        server.begin()
        await (await unstarted()).take(message)
      } else await server.send(message)
    } catch (error) {
      if (!isJSONRPCRequest(message)) return
      await stdio.send({
        jsonrpc: '2.0',
        id: message.id,
        error: errorIn(error) ?? { code: serverError, message: reasonOf(error) }
      })
    }
  }

  stdio.onmessage = (message) => {
    const passing = pass(message).finally(() => underWay.delete(passing))
    underWay.add(passing)
  }
  const gone = hostGone().then(async () => {
    await Promise.allSettled(underWay)
  })
  void stdio.start()
  return gone
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}

function hostGone(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
  })
}

function isRefusal(error: unknown): boolean {
  return error instanceof SdkHttpError && error.status < 500 && error.status !== 401
}

/** What only this side can tell in words that help: the key is in its settings. */
const ownWords = new Set([401, 403, 429])

/** The error that the server answered with as JSON-RPC has it; undefined where it is none. */
function errorIn(error: unknown): { code: number; message: string; data?: unknown } | undefined {
  if (!(error instanceof SdkHttpError) || ownWords.has(error.status)) return undefined
  const { text } = error.data
  try {
    const message = parseJSONRPCMessage(JSON.parse(typeof text === 'string' ? text : ''))
    return isJSONRPCErrorResponse(message) ? message.error : undefined
  } catch {
    return undefined
  }
}

/** Why the server did not answer, in our words. */
function reasonOf(error: unknown): string {
  if (!(error instanceof SdkHttpError)) {
    const { code, message } = publicFailure(error)
    return code === 'BUG'
      ? 'Cairn does not answer. `cairn status` says how it stands, `cairn up` starts it.'
      : message
  }
  if (error.status === 401 || error.status === 403)
    return 'Cairn does not know this key. CAIRN_KEY, or admin.key in CAIRN_HOME, must hold one that is in force: `cairn key agent <name>` makes one, and `cairn key recover` replaces a lost admin key.'
  if (error.status === 404)
    return 'This Cairn has no MCP at /mcp: it is older than the command. Start it anew with `cairn down` and `cairn up`.'
  if (error.status === 429) return 'Cairn was asked too often; wait a minute.'
  return `Cairn answered ${String(error.status)} instead of a result. Its log has the details.`
}
