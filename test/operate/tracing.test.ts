import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import '../../src/api/apollo.js'
import { createLog } from '../../src/log.js'
import { startServer } from '../../src/server.js'
import { headersOf } from '../api/ask-http.js'
import { emptyGraph, removeFolders, temporaryFolder, testConfig } from '../support/build-cairn.js'
import { withLibrary } from './backup-world.js'

afterAll(async () => {
  await emptyGraph()
  removeFolders()
})

interface Sent {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
}

interface Body {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly Sent[] }[]
  }[]
}

test('traces go from the door over the verb to the statements, and continue what was begun elsewhere', async () => {
  const spans: Sent[] = []
  const collector = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Body
      spans.push(...body.resourceSpans.flatMap((r) => r.scopeSpans.flatMap((s) => s.spans)))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  await emptyGraph()
  const config = testConfig({ CAIRN_HOME: temporaryFolder(), CAIRN_PORT: '0', CAIRN_OTLP_URL: url })
  const server = await startServer(config, { log: createLog('silent') })
  await withLibrary(server.cairn)
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
  await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { ...headersOf(), traceparent: `00-${trace}-00f067aa0ba902b7-01` },
    body: JSON.stringify({ query: '{ recommend(question: "read a table") { id } }' })
  })
  await server.close()
  collector.close()
  const ours = spans.filter((span) => span.traceId === trace)
  const named = (name: string) => ours.find((span) => span.name === name)
  expect(named('graphql')?.parentSpanId).toBe('00f067aa0ba902b7')
  expect(named('recommend')?.parentSpanId).toBe(named('graphql')?.spanId)
  expect(named('statement recordRecommendation')?.parentSpanId).toBe(named('recommend')?.spanId)
})
