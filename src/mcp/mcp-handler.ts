import type { IncomingMessage, ServerResponse } from 'node:http'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { Cairn } from '../cairn.js'
import type { Caller } from '../domain/caller.js'
import type { Log } from '../log.js'
import { createMcpServer } from './create-mcp-server.js'

/** Who asks, what is bound to them, and the body as it was parsed. */
export interface McpRequest {
  readonly cairn: Cairn
  readonly caller: Caller
  readonly body: unknown
}

export type McpHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  at: McpRequest
) => Promise<void>

/** Messages in one request at most: each may cost as much as a request of its own. */
const mostMessages = 10

/**
 * MCP over streamable HTTP without sessions: every request gets a server of its own and a JSON answer. To be mounted
 * behind authentication and a limit on bodies; other methods than POST are answered with 405.
 */
export function createMcpHandler({ log }: { log: Log }): McpHandler {
  return async (request, response, { cairn, caller, body }) => {
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST')
      refuse(response, 405, 'MCP is asked here by POST; there is no stream to open.')
      return
    }
    if (Array.isArray(body) && body.length > mostMessages) {
      refuse(response, 400, `At most ${mostMessages} messages are taken in one request.`)
      return
    }
    const said = agentSaid(request)
    const server = createMcpServer({
      cairn,
      caller,
      log,
      ...(said === null ? {} : { agent: said })
    })
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true })
    response.on('close', () => {
      server.close().catch((error: unknown) => {
        log.warn({ err: error }, 'an MCP server did not close')
      })
    })
    await server.connect(transport)
    await transport.handleRequest(request, response, body)
  }
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code: -32600, message }, id: null }))
}

/** The name of the agent's host, as the bridge of `cairn mcp` passes it on. */
function agentSaid({ headers }: IncomingMessage): string | null {
  const said = headers['cairn-agent']
  return typeof said === 'string' && /^[\w .@/-]{1,100}$/.test(said) ? said : null
}
