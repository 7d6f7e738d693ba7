import {
  InMemoryTransport,
  isJSONRPCRequest,
  type JSONRPCMessage
} from '@modelcontextprotocol/server'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Cairn } from '../cairn.js'
import { CairnError } from '../errors.js'
import { createMcpServer } from './create-mcp-server.js'

/** What a host asks before it lets anybody call a tool: none of it needs the graph. */
const answered = new Set([
  'initialize',
  'server/discover',
  'ping',
  'tools/list',
  'prompts/list',
  'prompts/get',
  'resources/templates/list'
])

/** Whether a message can be answered while Cairn starts. */
export function needsNoGraph(message: JSONRPCMessage): boolean {
  if (isJSONRPCRequest(message)) return answered.has(message.method)
  return 'method' in message && message.method === 'notifications/initialized'
}

/** Answers what needs no graph, in the words of a server that is up: `answer` is told each of them. */
export async function createUnstartedServer(
  answer: (message: JSONRPCMessage) => void
): Promise<{ take(message: JSONRPCMessage): Promise<void> }> {
  const [ours, servers] = InMemoryTransport.createLinkedPair()
  ours.onmessage = answer
  serveStdio(() => createMcpServer({ cairn: noCairn, caller: anyAgent }), { transport: servers })
  await ours.start()
  return { take: (message) => ours.send(message) }
}

/** What is listed for the least role is listed for everybody: every tool is an agent's. */
const anyAgent = {
  id: 'principal:unknown',
  name: 'agent',
  role: 'agent',
  space: 'public',
  spaces: ['public'],
  writes: []
} as const

const noCairn = new Proxy({} as Cairn, {
  get: () => {
    throw new CairnError('GRAPH_UNAVAILABLE', 'Cairn is starting; ask again in a moment.')
  }
})
