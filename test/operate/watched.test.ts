import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApollo } from '../../src/api/apollo.js'
import { createApp } from '../../src/api/app.js'
import { createLog } from '../../src/log.js'
import { createMetrics } from '../../src/operate/metrics.js'
import { checkBackup } from '../../src/operate/restore.js'
import { onBehalfOf } from '../../src/request-context.js'
import { startServer, type RunningServer } from '../../src/server.js'
import { ask, headersOf } from '../api/ask-http.js'
import {
  adminKey,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase
} from '../support/build-cairn.js'
import { withLibrary } from './backup-world.js'

const question = '{ recommend(question: "read a table with tablet.read") { id } }'

let server: RunningServer
let logFile: string
let closed = false

/** One server for all of this; the last test ends it. */
beforeAll(async () => {
  await emptyGraph()
  logFile = join(temporaryFolder(), 'cairn.log')
  const log = createLog('info', openSync(logFile, 'w'))
  const config = testConfig({ CAIRN_HOME: temporaryFolder(), CAIRN_PORT: '0' })
  server = await startServer(config, { log })
  await withLibrary(server.cairn)
})

let made = 0

async function keyOf(role: string): Promise<string> {
  const { data } = await ask(
    server.url,
    'mutation ($input: PrincipalInput!) { makePrincipal(input: $input) { key } }',
    { input: { name: `some-${role}-${String((made += 1))}`, role } }
  )
  return (data as unknown as { makePrincipal: { key: string } }).makePrincipal.key
}

afterAll(async () => {
  if (!closed) await server.close()
  await emptyGraph()
  removeFolders()
})

test('metrics tell of requests, operations, stages, statements and jobs, to admins only, for they are of all teams', async () => {
  const get = (key: string | null) =>
    fetch(`${server.url}/metrics`, { headers: key === null ? {} : headersOf(key) })
  await ask(server.url, question)
  await ask(server.url, '{ job(id: "job:none") { id } }')
  expect((await get(null)).status).toBe(401)
  for (const role of ['agent', 'analyst', 'curator'])
    expect((await get(await keyOf(role))).status).toBe(403)
  const admin = await keyOf('admin')
  const answer = await get(admin)
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toContain('text/plain')
  for (const line of [
    'cairn_operation_seconds_count{door="graphql",operation="recommend",code="ok"} 1',
    'cairn_operation_seconds_count{door="graphql",operation="job",code="NOT_FOUND"} 1',
    'cairn_statement_seconds_count{query="recordRecommendation"} 1',
    'cairn_recommend_stage_seconds_count{stage="recall"} 1',
    'cairn_unauthenticated_total{door="operate"} 1',
    'cairn_http_requests_total{door="operate",status="403"} 3',
    'cairn_embed_seconds_count{code="ok"}',
    'cairn_jobs{state="done"} 1',
    'cairn_job_queue_length 0',
    'process_cpu_seconds_total'
  ])
    expect(text).toContain(line)
  for (const secret of [admin, adminKey, 'tablet']) expect(text).not.toContain(secret)
})

test('a request has one id from the header of its answer to the log and to the database', async () => {
  const asked = (id: string) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { ...headersOf(), 'x-request-id': id },
      body: JSON.stringify({ query: '{ job(id: "job:none") { id } }' })
    })
  const answer = await asked('trace-me.1')
  const { errors } = (await answer.json()) as { errors: { extensions: { requestId: string } }[] }
  expect(answer.headers.get('x-request-id')).toBe('trace-me.1')
  expect(errors[0]?.extensions.requestId).toBe('trace-me.1')
  const forged = (await asked('a b\tc')).headers.get('x-request-id')
  expect(forged).toMatch(/^[0-9a-f]{16}$/)
  onBehalfOf({ id: 'trace-me.1', over: false }, () => {
    createLog('info', openSync(logFile, 'a')).info('on behalf of a request')
  })
  expect(readFileSync(logFile, 'utf8')).toContain('"request":"trace-me.1"')

  const db = testDatabase()
  const seen = await onBehalfOf({ id: 'trace-me.2', over: false }, () =>
    db.exclusively(async (graph) => {
      const rows: unknown[] = []
      for await (const row of graph.stream(transactions, {})) rows.push(row)
      return rows
    })
  )
  await db.close()
  expect(JSON.stringify(seen)).toContain('trace-me.2')
})

const transactions = {
  name: 'transactions',
  access: 'read',
  integers: [],
  columns: { metaData: 'map' },
  text: 'SHOW TRANSACTIONS YIELD metaData'
} as const

test('an admin gets the whole graph over HTTP, nobody else does, and no path is taken from a request', async () => {
  const fetched = (key: string) =>
    fetch(`${server.url}/operate/backup?file=/etc/passwd`, {
      method: 'POST',
      headers: headersOf(key),
      body: '{"file":"../../etc/passwd"}'
    })
  expect((await fetched(await keyOf('curator'))).status).toBe(403)
  const answer = await fetched(adminKey)
  const file = join(temporaryFolder(), 'over-http.backup')
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
  expect(answer.headers.get('content-type')).toBe('application/gzip')
  expect((await checkBackup(file)).nodes).toBeGreaterThan(5)
})

test('what takes too long is given up with a clear error, and the process that stops says so', async () => {
  const { cairn } = server
  const log = createLog('silent')
  const config = testConfig({ CAIRN_HOME: temporaryFolder() })
  const apollo = createApollo(log, config)
  await apollo.start()
  const figures = createMetrics()
  const state = { stopping: false }
  const stopping = () => state.stopping
  const app = createApp({ cairn, apollo, log, config, figures, stopping, mostRequestMs: 400 })
  const http = createServer(app)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  await ask(url, question)
  const db = testDatabase()
  const held = db.exclusively(() => new Promise<void>((resolve) => setTimeout(resolve, 1_200)))
  await new Promise((resolve) => setTimeout(resolve, 300))
  const late = await ask(url, question)
  expect(late).toMatchObject({
    status: 503,
    errors: [{ extensions: { code: 'GRAPH_UNAVAILABLE' } }]
  })
  expect(late.errors[0]?.message).toContain('longer than 0.4 s')
  await held
  state.stopping = true
  const health = await fetch(`${url}/health`)
  expect([health.status, await health.json()]).toMatchObject([503, { graph: 'stopping' }])
  await db.close()
  await apollo.stop()
  await new Promise((resolve) => {
    http.close(resolve)
    http.closeAllConnections()
  })
})

const stream = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql/stream`, {
    method: 'POST',
    headers: { ...headersOf(), accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query })
  })

test.each([
  ['what is refused by us', 'subscription { jobChanged(id: "job:none") { id } }', 'NOT_FOUND'],
  ['what is no subscription', '{ me { name } }', 'BAD_INPUT'],
  ['what GraphQL refuses', 'subscription { nothing }', 'BAD_INPUT'],
  ['what is no GraphQL', 'subscription {', 'BAD_INPUT']
])(
  'in a stream, too, %s is told with its code and the id of the request',
  async (_, query, code) => {
    const answer = await stream(query, { 'x-request-id': 'trace-me.3' })
    const text = await answer.text()
    expect(text).toContain(`"code":"${code}"`)
    expect(text).toContain('"requestId":"trace-me.3"')
  }
)

test('a refusal by GraphQL itself tells the id of the request', async () => {
  const { errors } = await ask(server.url, '{ nothing }')
  const id = expect.stringMatching(/^[0-9a-f]{16}$/) as string
  expect(errors[0]?.extensions).toMatchObject({ requestId: id })
})

test('at the end open streams are ended at once, each with the event that says so', async () => {
  const open = await Promise.all([
    stream('subscription { jobChanged { id } }'),
    stream('subscription { queueChanged { insight } }')
  ])
  expect(open.map(({ status }) => status)).toEqual([200, 200])
  const read = Promise.all(open.map((one) => one.text()))
  const started = performance.now()
  closed = true
  const closing = server.close()
  const texts = await read
  const took = performance.now() - started
  await closing
  for (const text of texts) expect(text).toMatch(/event: complete\ndata:\n\n$/)
  expect(took).toBeLessThan(1_000)
})
