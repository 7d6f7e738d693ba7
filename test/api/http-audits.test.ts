import { serverAudits } from 'graphql-http'
import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import {
  adminKey,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig
} from '../support/build-cairn.js'

let server: RunningServer

beforeAll(async () => {
  await emptyGraph()
  const config = testConfig({ CAIRN_HOME: temporaryFolder(), CAIRN_PORT: '0' })
  server = await startServer(config, { log: createLog('silent') })
})

afterAll(async () => {
  await server.close()
  await emptyGraph()
  removeFolders()
})

/** What the specification of GraphQL over HTTP only allows, and Cairn does otherwise: `SHOULD` and `MAY`, never `MUST`. */
const audits = serverAudits({
  url: () => `${server.url}/graphql`,
  fetchFn: (url: string, init?: RequestInit) =>
    fetch(url, {
      ...init,
      headers: {
        ...(init?.headers as Record<string, string> | undefined),
        authorization: `Bearer ${adminKey}`
      }
    })
})

test('the audits of graphql-http find no error', async () => {
  const found: string[] = []
  const counts = { ok: 0, notice: 0, warn: 0, error: 0 }
  for (const audit of audits) {
    const result = await audit.fn()
    counts[result.status] += 1
    if (result.status === 'error') found.push(`${audit.id} ${audit.name}: ${result.reason}`)
  }
  process.stdout.write(`  ${JSON.stringify(counts)} of ${String(audits.length)} audits\n`)
  expect(audits.length).toBeGreaterThan(50)
  expect(found).toEqual([])
})
