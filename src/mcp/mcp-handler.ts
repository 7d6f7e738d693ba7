import type { IncomingMessage, ServerResponse } from 'node:http'
import { toNodeHandler } from '@modelcontextprotocol/node'
import {
  createMcpHandler as createSdkHandler,
  isJsonContentType,
  isLegacyRequest,
  WebStandardStreamableHTTPServerTransport,
  type McpHandlerRequestOptions,
  type McpHttpHandler,
  type McpServer
} from '@modelcontextprotocol/server'
import type { Cairn } from '../cairn.js'
import type { Caller } from '../domain/caller.js'
import type { Log } from '../log.js'
import { createMcpServer } from './create-mcp-server.js'
import { messagesIn, refusalOf, type Refusal } from './messages-in.js'

/** Who asks, what is bound to them, and the body as it was parsed. */
export interface McpRequest {
  readonly cairn: Cairn
  readonly caller: Caller
  readonly body: unknown
  /** Counts what one request asks for beyond the first. @throws CairnError TOO_MANY */
  readonly charge: (more: number) => Promise<void>
}

export type McpHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  at: McpRequest
) => Promise<void>

/**
 * MCP over streamable HTTP without sessions, in the revision of 2026-07-28 and those before it: every request gets a
 * server of its own. The answer is JSON, and a stream where somebody asked to hear how far a call has come. To be
 * mounted behind authentication and a limit on bodies; other methods than POST are answered with 405.
 */
export function createMcpHandler({ log }: { log: Log }): McpHandler {
  return async (request, response, { cairn, caller, body, charge }) => {
    const refusal = wrongWay(request) ?? refusalOf(body)
    if (refusal !== null) {
      refuse(response, refusal)
      return
    }
    await charge(messagesIn(body).length - 1)
    const agent = agentSaid(request)
    const makeServer = () =>
      createMcpServer({ cairn, caller, log, ...(agent === null ? {} : { agent }) })
    const opened: McpServer[] = []
    response.once('close', () => {
      closeAll(opened, log)
    })
    const modern = createSdkHandler(makeServer, { legacy: 'reject' })
    const serve = async (web: Request, options: McpHandlerRequestOptions = {}) => {
      if (!(await isLegacyRequest(web, body))) return answerSince2026(modern, web, options)
      const server = makeServer()
      opened.push(server)
      return answerBefore2026(server, web, body)
    }
    const onerror = (error: Error) => {
      log.error({ err: error }, 'an MCP request failed')
    }
    const asked = request as IncomingMessage & { method: string; url: string }
    await toNodeHandler({ fetch: serve }, { onerror })(asked, response, body)
  }
}

/** A stream of changes ends as soon as it was acknowledged: no change is ever told, and nothing is held open for it. */
async function answerSince2026(
  modern: McpHttpHandler,
  asked: Request,
  options: McpHandlerRequestOptions
): Promise<Response> {
  const answer = await modern.fetch(asked, options)
  if (methodOf(options.parsedBody) === 'subscriptions/listen') await modern.close()
  return answer
}

/** The revisions before 2026-07-28, without a session: what `initialize` agrees on is in no memory of ours. */
async function answerBefore2026(
  server: McpServer,
  asked: Request,
  body: unknown
): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({
    enableJsonResponse: !messagesIn(body).some(wantsProgress)
  })
  await server.connect(transport)
  return transport.handleRequest(asked, { parsedBody: body })
}

function methodOf(message: unknown): unknown {
  return (message as { readonly method?: unknown }).method
}

function wantsProgress(message: unknown): boolean {
  const { params } = message as { readonly params?: { readonly _meta?: Record<string, unknown> } }
  return params?._meta?.['progressToken'] !== undefined
}

function wrongWay(request: IncomingMessage): Refusal | null {
  if (request.method !== 'POST')
    return {
      status: 405,
      code: -32600,
      message: 'MCP is asked here by POST; there is no stream to open.'
    }
  if (!isJsonContentType(request.headers['content-type']))
    return { status: 415, code: -32600, message: 'content-type has to be application/json.' }
  return null
}

function refuse(response: ServerResponse, { status, id, ...error }: Refusal): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 405 ? { allow: 'POST' } : {})
  })
  response.end(JSON.stringify({ jsonrpc: '2.0', error, id: id ?? null }))
}

function closeAll(servers: readonly McpServer[], log: Log): void {
  for (const server of servers)
    server.close().catch((error: unknown) => {
      log.warn({ err: error }, 'an MCP server did not close')
    })
}

/** The name of the agent's host, as the bridge of `cairn mcp` passes it on. */
function agentSaid({ headers }: IncomingMessage): string | null {
  const said = headers['cairn-agent']
  return typeof said === 'string' && /^[\w .@/-]{1,100}$/.test(said) ? said : null
}
