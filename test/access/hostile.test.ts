import { connect } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import '../../src/api/apollo.js'
import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import { headersOf, post, type Reply } from '../api/ask-http.js'
import {
  adminKey,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase
} from '../support/build-cairn.js'

let server: RunningServer
let agent: string

beforeAll(async () => {
  await emptyGraph()
  const settings = {
    CAIRN_HOME: temporaryFolder(),
    CAIRN_PORT: '0',
    CAIRN_REQUESTS_PER_MINUTE: '100000'
  }
  server = await startServer(testConfig(settings), { log: createLog('silent') })
  const made = await post(
    server.url,
    JSON.stringify({
      query: 'mutation { makePrincipal(input: { name: "eve", role: "agent" }) { key } }'
    })
  )
  agent = (made.data as unknown as { makePrincipal: { key: string } }).makePrincipal.key
})

afterAll(async () => {
  await server.close()
  await emptyGraph()
  removeFolders()
})

interface Hostile {
  readonly what: string
  readonly body: string
  readonly headers?: Record<string, string>
  readonly at?: { readonly path?: string; readonly method?: string }
  /** What the refusal says; a question that is harmless after all is answered with nothing found. */
  readonly refusal: RegExp
}

const graphql = (
  what: string,
  query: string,
  refusal: RegExp,
  variables: object = {}
): Hostile => ({
  what,
  body: JSON.stringify({ query, variables }),
  refusal
})

const nested = (depth: number) =>
  `{ __schema { types { ${'fields { type { '.repeat(depth)}name${' } }'.repeat(depth)} } } }`
const aliased = (n: number, field: string) =>
  `{ ${Array.from({ length: n }, (_, i) => `a${i}: ${field}`).join(' ')} }`

const deepAndWide: Hostile[] = [
  graphql('a document 30 levels deep', nested(15), /levels deep|Introspection/i),
  graphql('a document 400 levels deep', nested(200), /levels deep|Introspection/i),
  graphql(
    'a list value 5,000 levels deep',
    `{ search(question: ${'['.repeat(5_000)}${']'.repeat(5_000)}) { id } }`,
    /\S/
  ),
  graphql(
    'an object value 3,000 levels deep',
    `mutation { recordTrace(trace: ${'{a:'.repeat(3_000)}1${'}'.repeat(3_000)}) { status } }`,
    /\S/
  ),
  graphql('50 aliases of a search', aliased(50, 'search(question: "x") { id }'), /aliases/i),
  graphql('5,000 aliases', aliased(5_000, '__typename'), /aliases|tokens/i),
  graphql('100,000 tokens', `{ ${'me { id } '.repeat(25_000)} }`, /token/i),
  graphql(
    'fragments in a circle',
    'query { me { ...A } } fragment A on Me { ...B } fragment B on Me { ...A }',
    /Cannot spread|levels/i
  ),
  graphql(
    'a fragment of itself',
    'query { me { ...A } } fragment A on Me { id ...A }',
    /Cannot spread|levels/i
  ),
  graphql(
    'fragments that double thirty times',
    `
      query {
        me {
          ...F0
        }
      }
      ${Array.from({ length: 30 }, (_, i) => `fragment F${i} on Me { ...F${i + 1} x${i}: id ...F${i + 1} }`).join(' ')}
      fragment F30 on Me {
        id
      }
    `,
    /\S/
  ),
  graphql(
    'more than 50,000 values',
    '{ a: search(question: "x", limit: 100) { id path { id } } b: neighborhood(id: "x", nodes: 500, edges: 2000, depth: 3) { nodes { id title label kind library depth space outcome createdAt } edges { from to type } } }',
    /\S/
  ),
  graphql(
    '10,000 directives',
    `{ me { id ${'@include(if: true) '.repeat(3_000)} } }`,
    /token|unique|directive/i
  ),
  graphql('the schema, asked for by an agent', '{ __schema { types { name } } }', /FORBIDDEN|role/),
  graphql(
    'a type, asked for by an agent',
    '{ __type(name: "Query") { fields { name } } }',
    /FORBIDDEN|role/
  ),
  graphql(
    'the schema in a fragment',
    'query { ...S } fragment S on Query { __schema { queryType { name } } }',
    /FORBIDDEN|role/
  )
]

const injections = [
  "') MATCH (n) DETACH DELETE n //",
  "x' OR 1=1 //",
  '`}) DETACH DELETE n //',
  '$id}) RETURN n UNION MATCH (p:Principal) RETURN p //',
  "' CALL dbms.security.listUsers() YIELD * //",
  '\u0000',
  '\ud800',
  '../../etc/passwd',
  '*:* OR space:team-a',
  '+space:("private-local") *',
  'title:/.*/ AND text:[a TO *]',
  '((((((((((',
  '"unclosed phrase',
  '\\',
  'a~0.1 b^999999999999999999999999',
  '{"$gt": ""}',
  '__proto__',
  'constructor.prototype.polluted'
]

const injected: Hostile[] = injections.flatMap((text) => [
  graphql(
    `node by ${JSON.stringify(text)}`,
    'query ($t: ID!) { node(id: $t) { id } }',
    /NOT_FOUND|BAD_INPUT/,
    { t: text }
  ),
  graphql(
    `search for ${JSON.stringify(text)}`,
    'query ($t: String!) { search(question: $t) { id } }',
    /"search":\[\]|BAD_INPUT|NOT_FOUND/,
    { t: text }
  ),
  graphql(
    `advice from library ${JSON.stringify(text)}`,
    'query ($t: String!) { recommend(question: "x", libraries: [$t]) { id } }',
    /NOT_FOUND|BAD_INPUT/,
    { t: text }
  )
])

const malformed: Hostile[] = [
  { what: 'half of a JSON', body: '{"query": "{ me', refusal: /BAD_INPUT/ },
  { what: 'JSON with a trailing comma', body: '{"query": "{ me { id } }",}', refusal: /BAD_INPUT/ },
  { what: 'a number', body: '42', refusal: /BAD_/ },
  { what: 'null', body: 'null', refusal: /BAD_/ },
  {
    what: 'an array of requests',
    body: `[${Array.from({ length: 100 }, () => '{"query":"{ me { id } }"}').join(',')}]`,
    refusal: /BAD_|batch/i
  },
  { what: 'a query that is a number', body: '{"query": 42}', refusal: /BAD_/ },
  {
    what: 'variables that are a list',
    body: '{"query": "{ me { id } }", "variables": []}',
    refusal: /BAD_|"me"/
  },
  {
    what: 'an unknown operation',
    body: '{"query": "query A { me { id } }", "operationName": "B"}',
    refusal: /Unknown operation|BAD_|OPERATION/
  },
  {
    what: 'two operations without a name',
    body: '{"query": "query A { me { id } } query B { me { id } }"}',
    refusal: /operation/i
  },
  { what: 'a syntax error', body: '{"query": "{ me { id "}', refusal: /Syntax/ },
  {
    what: 'a field that is not there',
    body: '{"query": "{ passwords }"}',
    refusal: /Cannot query/
  },
  {
    what: 'a polluted prototype',
    body: '{"query": "{ me { id } }", "__proto__": {"isAdmin": true}, "constructor": {"prototype": {"x": 1}}}',
    refusal: /"me"|BAD_/
  },
  {
    what: 'a persisted query nobody stored',
    body: '{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "abc"}}}',
    refusal: /BAD_|PERSISTED/
  },
  {
    what: 'invalid UTF-8',
    body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]).toString('latin1'),
    refusal: /BAD_/
  },
  graphql('a limit below zero', '{ search(question: "x", limit: -5) { id } }', /BAD_INPUT/),
  graphql(
    'a limit of billions',
    '{ search(question: "x", limit: 2147483647) { id } }',
    /BAD_INPUT|TOO_LARGE/
  ),
  graphql('a number that is none', '{ search(question: "x", limit: 1e400) { id } }', /BAD_|Int/),
  graphql('an empty question', '{ recommend(question: "") { id } }', /BAD_INPUT/),
  graphql(
    'a question of nothing but blanks',
    '{ recommend(question: " \\n\\t ") { id } }',
    /BAD_INPUT/
  ),
  graphql(
    'a question of 300,000 bytes',
    'query ($t: String!) { recommend(question: $t) { id } }',
    /TOO_LARGE/,
    { t: 'a b '.repeat(75_000) }
  ),
  graphql(
    'a trace of 3 MB',
    'mutation ($t: JSON!) { recordTrace(trace: $t) { status reason } }',
    /rejected|TOO_LARGE|accepted/,
    { t: { task: 'x', agent: 'y', outcome: 'unknown', code: 'z'.repeat(3_000_000) } }
  ),
  graphql(
    '2,000 traces',
    'mutation ($t: [JSON!]!) { recordTraces(canonical: $t) { status } }',
    /BAD_INPUT|TOO_LARGE/,
    { t: Array.from({ length: 2_000 }, () => ({})) }
  ),
  graphql(
    'a trace that is a number',
    'mutation { recordTrace(trace: 42) { status reason } }',
    /rejected|BAD_INPUT/
  ),
  graphql(
    'feedback on nothing',
    'mutation { sendFeedback(input: { recommendation: "x", from: agent, outcome: passed }) { status } }',
    /NOT_FOUND/
  ),
  graphql(
    'an admin’s verb',
    'mutation { makePrincipal(input: { name: "mallory", role: "admin" }) { key } }',
    /FORBIDDEN/
  ),
  graphql(
    'a file of the server',
    'mutation { ingest(input: { reader: "markdown", sources: ["/etc"] }) { id } }',
    /FORBIDDEN/
  ),
  graphql(
    'a mutation by way of a query',
    'query { makePrincipal(input: { name: "m", role: "admin" }) { key } }',
    /Cannot query/
  )
]

const wrongDoors: Hostile[] = [
  {
    what: 'plain text',
    body: '{"query":"{ me { id } }"}',
    headers: { 'content-type': 'text/plain' },
    refusal: /BAD_INPUT/
  },
  {
    what: 'a form',
    body: 'query={me{id}}',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    refusal: /BAD_INPUT/
  },
  {
    what: 'an upload',
    body: '--x\r\n\r\n--x--',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    refusal: /BAD_INPUT/
  },
  {
    what: 'a body that says it is compressed',
    body: 'not gzip',
    headers: { 'content-encoding': 'gzip' },
    refusal: /BAD_INPUT/
  },
  {
    what: 'a question in the address',
    body: '',
    at: { method: 'GET', path: '/graphql?query={me{id}}' },
    refusal: /BAD_INPUT/
  },
  { what: 'DELETE', body: '', at: { method: 'DELETE' }, refusal: /BAD_INPUT/ },
  { what: 'PUT', body: '{}', at: { method: 'PUT' }, refusal: /BAD_INPUT/ },
  { what: 'a forged Host', body: '{}', headers: { host: 'evil.example' }, refusal: /FORBIDDEN/ },
  {
    what: 'a Host that looks like ours',
    body: '{}',
    headers: { host: 'localhost.evil.example' },
    refusal: /FORBIDDEN/
  },
  {
    what: 'a Host with credentials',
    body: '{}',
    headers: { host: 'localhost@evil.example' },
    refusal: /FORBIDDEN/
  },
  {
    what: 'a forged Origin',
    body: '{}',
    headers: { origin: 'https://evil.example' },
    refusal: /FORBIDDEN/
  },
  { what: 'Origin null', body: '{}', headers: { origin: 'null' }, refusal: /FORBIDDEN/ },
  {
    what: 'an Origin that begins like ours',
    body: '{}',
    headers: { origin: 'http://127.0.0.1.evil.example' },
    refusal: /FORBIDDEN/
  },
  { what: 'no key', body: '{}', headers: { authorization: '' }, refusal: /UNAUTHENTICATED/ },
  {
    what: 'a wrong key',
    body: '{}',
    headers: { authorization: `Bearer cairn_${'x'.repeat(43)}` },
    refusal: /UNAUTHENTICATED/
  },
  {
    what: 'a key of 100,000 characters',
    body: '{}',
    headers: { authorization: `Bearer ${'x'.repeat(10_000)}` },
    refusal: /UNAUTHENTICATED/
  },
  {
    what: 'another way to show who one is',
    body: '{}',
    headers: { authorization: 'Basic YWRtaW46YWRtaW4=' },
    refusal: /UNAUTHENTICATED/
  },
  {
    what: 'a made-up session',
    body: '{}',
    headers: { authorization: '', cookie: 'cairn_session=cairns_aaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
    refusal: /UNAUTHENTICATED/
  },
  {
    what: 'a space nobody has',
    body: '{"query":"{ me { id } }"}',
    headers: { 'cairn-space': '../../public' },
    refusal: /NOT_FOUND/
  },
  ...[
    '/../../etc/passwd',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fetc%2fpasswd',
    '/browser-assets/..%2f..%2fpackage.json',
    '/assets/%00',
    '/.env',
    '/admin.key'
  ].map((path): Hostile => ({
    what: `the path ${path}`,
    body: '',
    at: { method: 'GET', path },
    refusal: /NOT_FOUND|BAD_/
  })),
  {
    what: 'MCP without a method',
    body: '{"jsonrpc":"2.0","id":1}',
    headers: { accept: 'application/json, text/event-stream' },
    at: { path: '/mcp' },
    refusal: /error/
  },
  {
    what: 'MCP with an unknown tool',
    body: '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"delete_everything","arguments":{}}}',
    headers: { accept: 'application/json, text/event-stream' },
    at: { path: '/mcp' },
    refusal: /delete_everything|error/
  },
  {
    what: 'MCP with 200 messages',
    body: JSON.stringify(
      Array.from({ length: 200 }, (_, id) => ({ jsonrpc: '2.0', id, method: 'tools/list' }))
    ),
    headers: { accept: 'application/json, text/event-stream' },
    at: { path: '/mcp' },
    refusal: /error/
  },
  {
    what: 'MCP with arguments that are no object',
    body: '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":[1,2]}}',
    headers: { accept: 'application/json, text/event-stream' },
    at: { path: '/mcp' },
    refusal: /error|isError/
  },
  {
    what: 'a subscription to nothing',
    body: '{"query":"subscription { everything }"}',
    headers: { accept: 'text/event-stream' },
    at: { path: '/graphql/stream' },
    refusal: /Cannot query|error/
  },
  { what: 'a body of 6 MB', body: 'x'.repeat(6_000_000), refusal: /TOO_LARGE/ },
  {
    what: 'a body of 6 MB for a stream',
    body: 'x'.repeat(6_000_000),
    headers: { accept: 'text/event-stream' },
    at: { path: '/graphql/stream' },
    refusal: /TOO_LARGE/
  }
]

const all = [...deepAndWide, ...injected, ...malformed, ...wrongDoors]

function send({ body, headers, at = {} }: Hostile): Promise<Reply> {
  const given = Object.fromEntries(
    Object.entries({ ...headersOf(agent), ...headers }).filter(([, value]) => value !== '')
  )
  return post(server.url, body, given, at)
}

function collected(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}

test('there are at least a hundred of them', () => {
  expect(all.length).toBeGreaterThanOrEqual(100)
})

test.each(all.map((one) => [one.what.slice(0, 120), one] as const))(
  '%s is refused in words, and harms nothing',
  async (_, hostile) => {
    const reply = await send(hostile)
    expect(reply.text).toMatch(hostile.refusal)
    expect(reply.text).not.toMatch(
      /node_modules|\.[jt]s:\d+|Neo4jError|Neo\.Client|Lucene|org\.apache|SyntaxError: Unexpected|root:x:/
    )
    expect(reply.text).not.toContain('INTERNAL_SERVER_ERROR')
    expect(reply.text).not.toMatch(/"code":"BUG"/)
  }
)

test('a body that never comes to its end keeps nobody else waiting', async () => {
  const { hostname, port } = new URL(server.url)
  const slow = Array.from({ length: 50 }, () => {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${agent}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{`
    )
    return socket
  })
  const reply = await post(server.url, '{"query":"{ me { name } }"}', headersOf(agent))
  expect(reply.data).toEqual({ me: { name: 'eve' } })
  for (const socket of slow) socket.destroy()
})

test('after all of it, three times over, Cairn is up, its graph holds what it held, and its memory is where it was', async () => {
  const db = testDatabase()
  const principals = () => server.cairn.access.principals()
  const before = await principals()
  for (const hostile of all) await send(hostile)
  const start = collected()
  for (let round = 0; round < 2; round += 1) for (const hostile of all) await send(hostile)
  const grown = (collected() - start) / 1_048_576
  expect(grown).toBeLessThan(20)
  expect((await principals()).map(({ name }) => name)).toEqual(before.map(({ name }) => name))
  const health = await post(server.url, '', {}, { path: '/health', method: 'GET' })
  expect(health.status).toBe(200)
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  await db.close()
})

/** What a socket got, and after how many milliseconds it was closed; every 50 ms it sends a byte more. */
function drop(url: string, first: string, drip: string): Promise<{ ms: number; text: string }> {
  const { hostname, port } = new URL(url)
  const started = performance.now()
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let text = ''
    const timer = setInterval(() => socket.write(drip), 50)
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
    socket.on('close', () => {
      clearInterval(timer)
      resolve({ ms: performance.now() - started, text })
    })
    socket.write(first)
  })
}

describe('with little patience', () => {
  // The time for headers is long beside a pause of this process, in which server and clients both live.
  const limits = { headersMs: 1_500, requestMs: 3_000, idleMs: 300, everyMs: 50, most: 30 }
  let few: RunningServer

  beforeAll(async () => {
    const settings = {
      CAIRN_HOME: temporaryFolder(),
      CAIRN_PORT: '0',
      CAIRN_REQUESTS_PER_MINUTE: '5'
    }
    few = await startServer(testConfig(settings), { log: createLog('silent') }, limits)
  })

  afterAll(() => few.close())

  const health = () => post(few.url, '', {}, { path: '/health', method: 'GET' })

  test('whoever says nothing, or sends headers or a body drop by drop, is cut off in time', async () => {
    const head = `POST /graphql HTTP/1.1\r\nhost: ${new URL(few.url).host}\r\n`
    const asked = `${head}authorization: Bearer ${adminKey}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n`
    const kept = `GET /health HTTP/1.1\r\nhost: ${new URL(few.url).host}\r\n\r\n`
    const all = Promise.all([
      drop(few.url, '', ''),
      drop(few.url, `${head}x-slow: `, 'x'),
      drop(few.url, asked, ' '),
      drop(few.url, kept, '')
    ])
    expect((await health()).status).toBe(200)
    const [silent, headers, body, idle] = await all
    expect(headers.text).toMatch(/^HTTP\/1\.1 408 /)
    expect(body.text).toMatch(/^HTTP\/1\.1 408 /)
    expect(idle.text).toMatch(/^HTTP\/1\.1 200 /)
    expect(body.ms).toBeGreaterThan(limits.headersMs + 500)
    for (const { ms } of [silent, headers, body, idle]) expect(ms).toBeLessThan(8_000)
  })

  test('more connections than there may be are closed as they come, and those who come later are answered', async () => {
    const held = Promise.all(Array.from({ length: limits.most }, () => drop(few.url, '', '')))
    await new Promise((resolve) => setTimeout(resolve, 100))
    const tooMany = await Promise.all(
      Array.from({ length: 10 }, () => drop(few.url, 'GET /health HTTP/1.1\r\n', ''))
    )
    for (const { ms, text } of tooMany) {
      expect(text).toBe('')
      expect(ms).toBeLessThan(limits.headersMs)
    }
    await held
    expect((await health()).status).toBe(200)
  })

  test('one principal who asks too much is told to wait, and the others are not', async () => {
    const ask = (key: string) => post(few.url, '{"query":"{ me { name } }"}', headersOf(key))
    const replies: Reply[] = []
    for (let i = 0; i < 7; i += 1) replies.push(await ask(agent))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(replies.at(-1)?.errors[0]?.extensions.code).toBe('TOO_MANY')
    expect((await ask(adminKey)).status).toBe(200)
  })
})
