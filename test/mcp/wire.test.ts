import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import {
  adminKey,
  emptyGraph,
  ingested,
  removeFolders,
  temporaryFolder,
  testConfig
} from '../support/build-cairn.js'
import { writeDump } from '../support/dump.js'
import { headersOf, post } from '../api/ask-http.js'
import { called, framePages } from './agents-memory.js'

let server: RunningServer
let key: string

beforeAll(async () => {
  await emptyGraph()
  const config = { ...testConfig({ CAIRN_HOME: temporaryFolder() }), port: 0 }
  server = await startServer(config, { log: createLog('silent') })
  const folder = writeDump(temporaryFolder(), {
    name: 'Frames',
    release: '1',
    pages: framePages,
    entries: framePages.map(({ path }) => ({ name: path.replace(/^api\//, ''), path }))
  })
  await ingested(server.cairn, 'devdocs', [folder])
  key = (await server.cairn.access.makePrincipal({ name: 'robot', role: 'agent' })).key
})

afterAll(() => server.close())
afterAll(removeFolders)

interface Answer {
  readonly status: number
  readonly id?: unknown
  readonly result?: Record<string, unknown>
  readonly error?: { code: number; message: string; data?: Record<string, unknown> }
}

async function send(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const reply = await post(
    server.url,
    text,
    { ...headersOf(key), accept: 'application/json, text/event-stream', ...headers },
    { path: '/mcp' }
  )
  return { status: reply.status, ...(JSON.parse(reply.text) as Omit<Answer, 'status'>) }
}

const request = (method: string, params?: unknown) => ({ jsonrpc: '2.0', id: 7, method, params })

const now = '2026-07-28'
const envelope = {
  'io.modelcontextprotocol/protocolVersion': now,
  'io.modelcontextprotocol/clientInfo': { name: 'wire', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {}
}

/** A request of the revision of 2026-07-28: each says by itself what it speaks, in its body and its headers. */
function sendModern(method: string, params: Record<string, unknown> = {}): Promise<Answer> {
  const named = params['name'] ?? params['uri']
  return send(request(method, { ...params, _meta: envelope }), {
    'mcp-protocol-version': now,
    'mcp-method': method,
    ...(typeof named === 'string' ? { 'mcp-name': named } : {})
  })
}

test('initialize of 2025-11-25 promises no word of changes either', async () => {
  const { status, result } = await send(
    request('initialize', {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'test', version: '1' }
    })
  )
  expect(status).toBe(200)
  expect(result).toMatchObject({ protocolVersion: '2025-11-25' })
  expect(result?.['capabilities']).toEqual({ tools: {}, prompts: {}, resources: {} })
})

describe('in the revision of 2026-07-28', () => {
  test('server/discover says what there is, and promises no word of changes', async () => {
    const { status, result } = await sendModern('server/discover')
    expect(status).toBe(200)
    expect(result).toMatchObject({
      resultType: 'complete',
      supportedVersions: [now],
      cacheScope: 'private',
      instructions: expect.stringContaining('Call recommend before') as string,
      _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'cairn' } }
    })
    expect(result?.['capabilities']).toEqual({ tools: {}, prompts: {}, resources: {} })
  })

  test('tools are listed and called without a handshake', async () => {
    const { result: list } = await sendModern('tools/list')
    expect(list).toMatchObject({ resultType: 'complete', cacheScope: 'private' })
    expect(list?.['tools']).toHaveLength(8)
    const { result } = await sendModern('tools/call', {
      name: 'search',
      arguments: { query: 'read a table' }
    })
    expect(result).toMatchObject({ resultType: 'complete', structuredContent: { found: 2 } })
  })

  test('a client of the SDK finds it out and works', async () => {
    const client = new Client(
      { name: 'test', version: '1' },
      { versionNegotiation: { mode: 'auto' } }
    )
    await client.connect(
      new StreamableHTTPClientTransport(new URL('/mcp', server.url), {
        requestInit: { headers: { authorization: `Bearer ${key}` } }
      })
    )
    expect(client.getNegotiatedProtocolVersion()).toBe(now)
    const { data } = await called(client, 'recommend', { task: 'Read a table with frames.' })
    expect(data['items']).toBeGreaterThan(0)
    await client.close()
  })

  test('a revision that is not spoken is refused with those that are', async () => {
    const { status, id, error } = await send(
      request('tools/list', {
        _meta: { ...envelope, 'io.modelcontextprotocol/protocolVersion': '2031-01-01' }
      }),
      { 'mcp-protocol-version': '2031-01-01', 'mcp-method': 'tools/list' }
    )
    expect({ status, id }).toEqual({ status: 400, id: 7 })
    expect(error).toMatchObject({ code: -32022, data: { supported: [now] } })
  })

  test('a header that says something else than the body is refused', async () => {
    const { status, error } = await send(request('tools/list', { _meta: envelope }), {
      'mcp-protocol-version': now,
      'mcp-method': 'resources/list'
    })
    expect(status).toBe(400)
    expect(error?.code).toBe(-32020)
  })

  test('a method that is none is not found', async () => {
    const { status, error } = await sendModern('tools/destroy')
    expect({ status, code: error?.code }).toEqual({ status: 404, code: -32601 })
  })
})

describe.each([
  [
    '2025-11-25',
    (method: string, params?: Record<string, unknown>) => send(request(method, params))
  ],
  [now, sendModern]
])('what is wrong is said as JSON-RPC says it, in %s', (_, ask) => {
  test.each([
    ['an unknown tool', 'tools/call', { name: 'drop_all', arguments: {} }, /no tool 'drop_all'/],
    ['an unknown prompt', 'prompts/get', { name: 'nothing' }, /no prompt 'nothing'/],
    ['a prompt without its argument', 'prompts/get', { name: 'before-work' }, /task is missing/],
    ['a node that is not there', 'resources/read', { uri: 'cairn://node/api:none' }, /api:none/],
    ['another scheme', 'resources/read', { uri: 'file:///etc/passwd' }, /expected cairn:\/\/node/],
    ['a wrong cursor of tools', 'tools/list', { cursor: 'x' }, /cursor/],
    ['a wrong cursor of prompts', 'prompts/list', { cursor: 'x' }, /cursor/],
    ['a wrong cursor of resources', 'resources/list', { cursor: 'WyJ0cmFjZXMiLDIwMF0' }, /cursor/],
    ['a wrong cursor of templates', 'resources/templates/list', { cursor: 'x' }, /cursor/],
    [
      'arguments that are a list',
      'tools/call',
      { name: 'search', arguments: [1] },
      /arguments is an/
    ],
    ['a name that is no text', 'tools/call', { name: 5 }, /name is a text/]
  ])('%s is a wrong parameter', async (_what, method, params, words) => {
    const { id, error } = await ask(method, params)
    expect({ id, code: error?.code }).toEqual({ id: 7, code: -32602 })
    expect(error?.message).toMatch(words)
    expect(error?.message).not.toMatch(/\n|zod|invalid_type|Neo4j/i)
  })
})

test.each([
  ['broken JSON', '{"jsonrpc":', {}, 400, -32700],
  ['no body', '', {}, 400, -32600],
  ['a body that is no message', { hello: 1 }, {}, 400, -32600],
  ['a number', '5', {}, 400, -32700],
  ['an empty list', '[]', {}, 400, -32600],
  ['a list with something else in it', [request('ping'), 5], {}, 400, -32600],
  ['a request without a method', { jsonrpc: '2.0', id: 1 }, {}, 400, -32600],
  ['an id that is an object', { ...request('ping'), id: {} }, {}, 400, -32600],
  ['params that are a list', request('tools/list', []), {}, 400, -32602],
  ['a wrong key', request('ping'), { authorization: 'Bearer cairn_nobody' }, 401, -32000],
  ['a space that is not there', request('ping'), { 'cairn-space': 'nowhere' }, 404, -32000],
  ['a foreign page', request('ping'), { origin: 'https://evil.example' }, 403, -32000],
  ['5 MB', `"${'x'.repeat(5_000_000)}"`, {}, 413, -32600],
  [
    'an old revision in the header',
    request('ping'),
    { 'mcp-protocol-version': '1999-01-01' },
    400,
    null
  ]
])('%s gets an error of JSON-RPC', async (_, body, headers, status, code) => {
  const answer = await send(body, headers)
  expect(answer).toMatchObject({ jsonrpc: '2.0', status })
  expect(typeof answer.error?.message).toBe('string')
  if (code !== null) expect(answer.error?.code).toBe(code)
  expect(JSON.stringify(answer)).not.toMatch(/"errors"|\.js:|node_modules/)
})

test('messages sent at once count one by one towards the limit', async () => {
  const config = {
    ...testConfig({ CAIRN_HOME: temporaryFolder(), CAIRN_REQUESTS_PER_MINUTE: '25' }),
    port: 0
  }
  const small = await startServer(config, { log: createLog('silent') })
  try {
    const ten = JSON.stringify(Array.from({ length: 10 }, () => request('ping')))
    const headers = { ...headersOf(adminKey), accept: 'application/json, text/event-stream' }
    const statuses: number[] = []
    for (let i = 0; i < 3; i += 1)
      statuses.push((await post(small.url, ten, headers, { path: '/mcp' })).status)
    expect(statuses).toEqual([200, 200, 429])
  } finally {
    await small.close()
  }
})
