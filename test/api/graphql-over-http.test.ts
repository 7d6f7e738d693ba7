import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import {
  adminKey,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase
} from '../support/build-cairn.js'
import { ask as askAt, headersOf, post, type Reply } from './ask-http.js'
import { holdBack } from './hold-back.js'

let server: RunningServer

const config = (more: Record<string, string> = {}) =>
  testConfig({ CAIRN_HOME: temporaryFolder(), CAIRN_PORT: '0', ...more })

beforeAll(async () => {
  await emptyGraph()
  server = await startServer(config(), { log: createLog('silent') })
})

afterAll(async () => {
  await server.close()
  await emptyGraph()
  removeFolders()
})

const ask = (query: string, variables: Record<string, unknown> = {}) =>
  askAt(server.url, query, variables)

const ingestDocument = 'mutation ($input: IngestInput!) { ingest(input: $input) { id state } }'
const jobDocument =
  'query ($id: ID!) { job(id: $id) { state done total result code message startedAt finishedAt } }'

interface JobView {
  readonly state: string
  readonly done: number
  readonly total: number
  readonly result: readonly { readonly library: string; readonly written: number }[] | null
  readonly code: string | null
  readonly startedAt: string
  readonly finishedAt: string | null
}

async function start(folder: string, name: string): Promise<string> {
  const input = { reader: 'markdown', sources: [folder], name, version: '1' }
  const { data } = await ask(ingestDocument, { input })
  return (data as unknown as { ingest: { id: string } }).ingest.id
}

async function ended(id: string): Promise<JobView> {
  for (;;) {
    const { data } = await ask(jobDocument, { id })
    const { job } = data as unknown as { job: JobView }
    if (job.state !== 'queued' && job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function folderOf(pages: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text)
  return folder
}

const handbook = {
  'install.md': '# Install\n\nRun the installer.\n\n## On a server\n\nUse the quiet flag.\n',
  'tuning.md': '# Tuning\n\nMeasure first.\n\n## Memory\n\nGive the cache half of what is free.\n'
}

test('documentation is taken in by a job that says how far it is, and can then be asked about', async () => {
  const job = await ended(await start(folderOf(handbook), 'handbook'))

  expect(job).toMatchObject({ state: 'done', total: 2, code: null })
  expect(job.done).toBeGreaterThan(0)
  expect(job.result).toMatchObject([{ library: 'docs/handbook@1', written: 2 }])
  expect(Date.parse(job.finishedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(job.startedAt))

  const { data } = await ask('{ libraries { key docs state } }')
  expect(data).toEqual({
    libraries: [{ key: 'docs/handbook@1', docs: 4, state: 'complete' }]
  })
})

test('a recommendation cites the section that says so, and gives itself as Markdown', async () => {
  const { data, errors } = await ask(
    '{ recommend(question: "how much memory should the cache get?") { id markdown items { section citations } citations { number id quote } } }'
  )
  expect(errors).toEqual([])
  const { recommend } = data as unknown as {
    recommend: { id: string; markdown: string; citations: { id: string; quote: string }[] }
  }
  expect(recommend.citations).toContainEqual({
    number: 1,
    id: 'doc:docs/handbook@1/tuning.md#memory',
    quote: 'Give the cache half of what is free.'
  })
  expect(recommend.markdown).toContain('Give the cache half of what is free.')
  expect(recommend.markdown).toContain(recommend.id)
})

test('search lists nodes, and node opens what it lists', async () => {
  const { data } = await ask('{ search(question: "quiet flag", limit: 1) { id label title } }')
  const [found] = (data as unknown as { search: { id: string; title: string }[] }).search
  expect(found).toEqual({
    id: 'doc:docs/handbook@1/install.md#on-a-server',
    label: 'Doc',
    title: 'On a server'
  })

  const opened = await ask('query ($id: ID!) { node(id: $id) { title properties } }', {
    id: found?.id
  })
  expect(opened.data).toMatchObject({
    node: { title: 'On a server', properties: { text: 'Use the quiet flag.' } }
  })
})

const around =
  'query ($nodes: Int! = 50, $edges: Int! = 200, $depth: Int! = 1) { neighborhood(id: "docs/handbook@1", nodes: $nodes, edges: $edges, depth: $depth) { nodes { id depth } edges { type } truncated } }'

interface Around {
  readonly nodes: readonly { readonly id: string; readonly depth: number }[]
  readonly edges: readonly unknown[]
  readonly truncated: boolean
}

async function neighborhood(limits: Record<string, number> = {}): Promise<Around> {
  const { data, errors } = await ask(around, limits)
  expect(errors).toEqual([])
  return (data as unknown as { neighborhood: Around }).neighborhood
}

test('a neighbourhood keeps to its limits and says when they left something out', async () => {
  const whole = await neighborhood()
  expect(whole.truncated).toBe(false)
  expect(whole.nodes[0]).toEqual({ id: 'library:docs/handbook@1', depth: 0 })
  expect(whole.nodes.length).toBeGreaterThan(2)
  expect(whole.nodes.slice(1).every((node) => node.depth === 1)).toBe(true)

  const fewNodes = await neighborhood({ nodes: 2 })
  expect(fewNodes).toMatchObject({ truncated: true, nodes: whole.nodes.slice(0, 2) })
  const fewEdges = await neighborhood({ edges: 1 })
  expect(fewEdges.truncated).toBe(true)
  expect(fewEdges.edges).toHaveLength(1)
})

test.each([
  ['{ neighborhood(id: "docs/handbook@1", nodes: 501) { truncated } }', 'nodes', '1 to 500'],
  ['{ neighborhood(id: "docs/handbook@1", edges: 0) { truncated } }', 'edges', '1 to 2000'],
  ['{ neighborhood(id: "docs/handbook@1", depth: 4) { truncated } }', 'depth', '1 to 3'],
  ['{ search(question: "flag", limit: 101) { id } }', 'limit', '1 to 100'],
  ['{ recommend(question: "flag", tokens: 0) { id } }', 'tokens', '1 to 100000'],
  ['{ jobs(first: -1) { totalCount } }', 'first', '1 to 200']
])('%s is refused, naming the field and the range', async (query, field, expected) => {
  const { errors } = await ask(query)
  expect(errors).toHaveLength(1)
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', details: { field, expected } })
})

test.each([
  ['an unknown node', '{ node(id: "doc:no/such") { id } }', 'NOT_FOUND', /doc:no\/such/],
  ['an unknown job', '{ job(id: "job:none") { id } }', 'NOT_FOUND', /job:none/],
  [
    'an unknown library',
    '{ recommend(question: "x", libraries: ["left-pad"]) { id } }',
    'NOT_FOUND',
    /left-pad.*Known: handbook@1/
  ],
  ['an empty question', '{ recommend(question: " ") { id } }', 'BAD_INPUT', /empty/],
  [
    'an unknown reader',
    'mutation { ingest(input: { reader: "word", sources: ["x"] }) { id } }',
    'BAD_INPUT',
    /markdown/
  ],
  ['a field that does not exist', '{ recomend }', 'GRAPHQL_VALIDATION_FAILED', /recommend/],
  ['a query cut off', '{ status {', 'GRAPHQL_PARSE_FAILED', /Syntax/]
])('%s is told by code and sentence, never by stack', async (_, query, code, sentence) => {
  const reply = await ask(query)
  expect(reply.errors[0]?.extensions.code).toBe(code)
  expect(reply.errors[0]?.message).toMatch(sentence)
  expectClean(reply)
})

function expectClean(reply: Reply): void {
  expect(reply.text).not.toMatch(/stacktrace|node_modules|\.js:\d|Neo4jError|Neo\.[A-Z]/)
}

test('a question of a megabyte is refused with its size and what is read at most', async () => {
  const { errors } = await ask('query ($q: String!) { recommend(question: $q) { id } }', {
    q: 'a'.repeat(1_000_000)
  })
  expect(errors[0]?.message).toMatch(/1,000,000 bytes; at most 200,000/)
  expect(errors[0]?.extensions).toMatchObject({
    code: 'TOO_LARGE',
    details: { field: 'question', value: 1_000_000 }
  })
})

const json = headersOf()
const authorization = `Bearer ${adminKey}`

test.each([
  ['a body that is not JSON', '{"query": ', json, {}, 400, 'BAD_INPUT', /not JSON/],
  ['no body', '', json, {}, 400, 'BAD_REQUEST', /body/],
  [
    'another content type',
    '{}',
    { authorization, 'content-type': 'text/plain' },
    {},
    400,
    'BAD_INPUT',
    /POST/
  ],
  ['no content type', '{}', { authorization }, {}, 400, 'BAD_INPUT', /POST/],
  [
    'an unknown encoding of the body',
    '{}',
    { ...json, 'content-encoding': 'zip' },
    {},
    400,
    'BAD_INPUT',
    /not JSON/
  ],
  ['a question in the address', '', { authorization }, { method: 'GET' }, 400, 'BAD_INPUT', /POST/],
  ['a body too large', 'x'.repeat(5_000_000), json, {}, 413, 'TOO_LARGE', /at most 4mb/],
  ['another path', '{}', json, { path: '/graphiql' }, 404, 'NOT_FOUND', /graphiql.*\/graphql/],
  [
    'a forged host',
    '{}',
    { ...json, host: 'cairn.example' },
    {},
    403,
    'FORBIDDEN',
    /another machine/
  ],
  [
    'a page on another site',
    '{}',
    { ...json, origin: 'https://site.example' },
    {},
    403,
    'FORBIDDEN',
    /another machine/
  ]
] as const)('%s is answered by a clear error in JSON', async (...row) => {
  const [, body, headers, at, status, code, sentence] = row
  const reply = await post(server.url, body, headers, at)
  expect(reply.status).toBe(status)
  expect(reply.errors[0]?.extensions.code).toBe(code)
  expect(reply.errors[0]?.message).toMatch(sentence)
  expectClean(reply)
})

test('a page on this machine may ask', async () => {
  const { data } = await post(server.url, '{"query":"{ status { embedder } }"}', {
    ...json,
    origin: 'http://localhost:5173'
  })
  expect(data).toMatchObject({ status: { embedder: expect.stringContaining('lexical') as string } })
})

test('one bad attempt among good ones gets a receipt that says why, and the others are taken in', async () => {
  const good = { task: 'sort a list', agent: 'a', outcome: 'passed' }
  const { data } = await ask(
    'mutation ($traces: [TraceInput!]!) { recordTraces(traces: $traces) { status trace path reason expected } }',
    { traces: [good, { ...good, agent: ' ' }, good] }
  )
  const { recordTraces } = data as unknown as { recordTraces: Record<string, unknown>[] }
  expect(recordTraces.map(({ status }) => status)).toEqual(['accepted', 'rejected', 'known'])
  expect(recordTraces[1]).toEqual({
    status: 'rejected',
    trace: null,
    path: 'agent',
    reason: 'it is " "',
    expected: 'text that is not empty'
  })
})

test('a canonical trace is recorded, and an unknown field of it refused with its path', async () => {
  const trace = {
    schema: 'cairn.trace/1',
    task: { text: 'sort a list' },
    agent: { name: 'a' },
    steps: [],
    outcome: { status: 'unknown' }
  }
  const mutation = 'mutation ($trace: JSON!) { recordTrace(trace: $trace) { status path reason } }'
  expect((await ask(mutation, { trace })).data).toMatchObject({
    recordTrace: { status: 'accepted', path: null }
  })
  expect(
    (await ask(mutation, { trace: { ...trace, outcome: { status: 'fine' } } })).data
  ).toMatchObject({ recordTrace: { status: 'rejected', path: 'outcome.status' } })
})

test('a cancelled job says so, whether it runs or waits, and the same request later does it all', async () => {
  const page = (i: number) => [`page-${i}.md`, `# Page ${i}\n\nThis is page ${i}.\n`]
  const large = folderOf(
    Object.fromEntries(Array.from({ length: 500 }, (_, i) => page(i))) as Record<string, string>
  )
  const running = await start(large, 'large')
  const waiting = await start(folderOf(handbook), 'second')
  const cancel = 'mutation ($id: ID!) { cancelJob(id: $id) { id } }'
  for (const id of [waiting, running])
    expect((await ask(cancel, { id })).data).toEqual({ cancelJob: { id } })

  expect(await ended(running)).toMatchObject({ state: 'cancelled', code: 'CANCELLED' })
  expect(await ended(waiting)).toMatchObject({ state: 'cancelled', result: null })
  expect(await ended(await start(large, 'large'))).toMatchObject({ state: 'done', total: 500 })
})

test('whoever asks before the graph is up is told to wait, and health follows', async () => {
  const neo4j = await holdBack(config().neo4jUri ?? '')
  const port = String(await neo4j.freePort())
  const url = `http://127.0.0.1:${port}`
  const starting = startServer(config({ CAIRN_PORT: port, NEO4J_URI: neo4j.uri }), {
    log: createLog('silent')
  })
  await neo4j.reached

  const early = await askAt(url, '{ status { embedder } }')
  expect(early).toMatchObject({
    status: 503,
    text: expect.stringContaining('"starting"') as string
  })
  expect(early.errors[0]?.extensions.code).toBe('GRAPH_UNAVAILABLE')

  neo4j.release()
  const second = await starting
  const health = await fetch(`${url}/health`)
  expect(health.status).toBe(200)
  expect(await health.json()).toMatchObject({ graph: 'up', pid: process.pid })
  await second.close()
  await neo4j.close()
})

test('what breaks inside is told as an error of ours, without the words of the database', async () => {
  const db = testDatabase()
  await db.raw('DROP INDEX memory_vector IF EXISTS')
  await db.close()
  const reply = await ask('{ search(question: "quiet flag") { id } }')
  expect(reply.errors[0]?.extensions.code).toBe('BUG')
  expect(reply.errors[0]?.message).toMatch(/its log has the details/)
  expectClean(reply)
})

test('Neo4j Browser, which asks first and adds headers of its own, may load the style', async () => {
  const style = `${server.url}/browser-assets/cairn.grass`
  const asked = await fetch(style, {
    method: 'OPTIONS',
    headers: {
      origin: 'http://localhost:7474',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'sentry-trace'
    }
  })
  expect(asked.status).toBe(204)
  expect(asked.headers.get('access-control-allow-headers')).toBe('*')
  const given = await fetch(style, { headers: { origin: 'http://localhost:7474' } })
  expect(given.headers.get('access-control-allow-origin')).toBe('*')
  expect(await given.text()).toContain('node.Library')
})

test.each([
  ['without a key', {}],
  ['with one that is not known', { authorization: `Bearer cairn_${'none'.repeat(11)}` }]
])(
  'a request %s is told where keys come from, and how a lost one of the admin is replaced',
  async (_, headers) => {
    const { status, errors } = await post(server.url, JSON.stringify({ query: '{ me { id } }' }), {
      'content-type': 'application/json',
      ...headers
    })
    expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
    const said = errors[0]?.message ?? ''
    expect(said).toMatch(/An admin makes (?:one|another key) with `cairn key (?:make|add)`/)
    expect(said).toContain('a lost admin key is replaced on its machine by `cairn key recover`')
  }
)
