import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createReadStream, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
// Jest fails to link a package that two dynamic imports at once ask for, as those of the server do.
import '../../src/api/apollo.js'
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
  buildCairn,
  closeCairns,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase
} from '../support/build-cairn.js'
import { withLibrary } from './backup-world.js'

const question = '{ recommend(question: "read a table with tablet.read") { id } }'

async function open(settings: Record<string, string> = {}, log = createLog('silent')) {
  await emptyGraph()
  const home = temporaryFolder()
  const config = testConfig({ CAIRN_HOME: home, CAIRN_PORT: '0', ...settings })
  const server = await startServer(config, { log })
  await withLibrary(server.cairn)
  return server
}

async function agentKey(server: RunningServer, role = 'agent'): Promise<string> {
  const { data } = await ask(
    server.url,
    'mutation ($input: PrincipalInput!) { makePrincipal(input: $input) { key } }',
    { input: { name: `some-${role}`, role } }
  )
  return (data as unknown as { makePrincipal: { key: string } }).makePrincipal.key
}

afterEach(async () => {
  await closeCairns()
  await emptyGraph()
})

afterAll(removeFolders)

test('metrics tell of requests, operations, stages, statements and jobs, to analysts and above only', async () => {
  const server = await open()
  const get = (key: string | null) =>
    fetch(`${server.url}/metrics`, { headers: key === null ? {} : headersOf(key) })
  await ask(server.url, question)
  await ask(server.url, '{ job(id: "job:none") { id } }')
  expect((await get(null)).status).toBe(401)
  expect((await get(await agentKey(server))).status).toBe(403)
  const analyst = await agentKey(server, 'analyst')
  const answer = await get(analyst)
  const text = await answer.text()
  await server.close()
  expect(answer.headers.get('content-type')).toContain('text/plain')
  for (const line of [
    'cairn_operation_seconds_count{door="graphql",operation="recommend",code="ok"} 1',
    'cairn_operation_seconds_count{door="graphql",operation="job",code="NOT_FOUND"} 1',
    'cairn_statement_seconds_count{query="recordRecommendation"} 1',
    'cairn_recommend_stage_seconds_count{stage="recall"} 1',
    'cairn_unauthenticated_total{door="operate"} 1',
    'cairn_http_requests_total{door="operate",status="403"} 1',
    'cairn_embed_seconds_count{code="ok"}',
    'cairn_jobs{state="done"} 1',
    'cairn_job_queue_length 0',
    'process_cpu_seconds_total'
  ])
    expect(text).toContain(line)
  for (const secret of [analyst, adminKey, 'tablet']) expect(text).not.toContain(secret)
})

test('a request has one id from the header of its answer to the log and to the database', async () => {
  const file = join(temporaryFolder(), 'cairn.log')
  const output = openSync(file, 'w')
  const log = createLog('info', output)
  const server = await open({}, log)
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
  await server.close()
  onBehalfOf({ id: 'trace-me.1', over: false }, () => {
    log.info('on behalf of a request')
  })
  expect(readFileSync(file, 'utf8')).toContain('"request":"trace-me.1"')

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

test('what takes too long is given up with a clear error, and the process that stops says so', async () => {
  const cairn = await buildCairn()
  await withLibrary(cairn)
  await cairn.localKey().kept
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
  const held = db.exclusively(() => new Promise<void>((resolve) => setTimeout(resolve, 2_500)))
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

test('at the end streams are ended, not waited for', async () => {
  const server = await open()
  const stream = await fetch(`${server.url}/graphql/stream`, {
    method: 'POST',
    headers: { ...headersOf(), accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { jobChanged { id } }' })
  })
  expect(stream.status).toBe(200)
  const read = stream.text()
  const started = performance.now()
  await server.close()
  await read
  expect(performance.now() - started).toBeLessThan(4_000)
})

test('an admin gets the whole graph over HTTP, nobody else does, and no path is taken from a request', async () => {
  const server = await open()
  const fetched = (key: string) =>
    fetch(`${server.url}/operate/backup?file=/etc/passwd`, {
      method: 'POST',
      headers: headersOf(key),
      body: '{"file":"../../etc/passwd"}'
    })
  expect((await fetched(await agentKey(server, 'curator'))).status).toBe(403)
  const answer = await fetched(adminKey)
  const file = join(temporaryFolder(), 'over-http.backup')
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
  expect(answer.headers.get('content-type')).toBe('application/gzip')
  expect((await checkBackup(file)).nodes).toBeGreaterThan(5)
  expect(createReadStream(file)).toBeDefined()
  await server.close()
})
