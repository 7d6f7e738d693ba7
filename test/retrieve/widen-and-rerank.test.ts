import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCairn, type Cairn } from '../../src/cairn.js'
import { createLog } from '../../src/log.js'
import {
  emptyGraph,
  ingested,
  removeFolders,
  temporaryFolder,
  testConfig
} from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'
import { startFakeEndpoint, type FakeEndpoint } from '../support/fake-endpoint.js'

let cairn: Cairn | undefined
let endpoint: FakeEndpoint | undefined
let server: Server | undefined

afterEach(async () => {
  await cairn?.close()
  await endpoint?.close()
  server?.close()
  cairn = endpoint = server = undefined
})
afterAll(removeFolders)

const pages = [
  functionPage('frames.read', { call: 'read(path)', text: 'Read a table from a file.' }),
  functionPage('frames.melt', { call: 'melt(keys)', text: 'Unpivot wide columns to long rows.' }),
  functionPage('frames.rank', { call: 'rank(order)', text: 'Order numbers by size.' })
]

async function open(settings: Record<string, string>): Promise<Cairn> {
  await emptyGraph()
  cairn = await createCairn(testConfig(settings), { log: createLog('silent') })
  const folder = writeDump(temporaryFolder(), {
    name: 'Frames',
    release: '1',
    pages,
    entries: pages.map(({ path }) => ({ name: path, path }))
  })
  await ingested(cairn, 'devdocs', [folder])
  return cairn
}

/** A chat model that answers everything with these words. */
async function speaking(content: string): Promise<Record<string, string>> {
  endpoint = await startFakeEndpoint({ chat: () => ({ content }) })
  return { OPENAI_BASE_URL: endpoint.url, OPENAI_API_KEY: 'key', CAIRN_CHAT_MODEL: 'speaker' }
}

const question = { text: 'make each measurement its own line', libraries: [] }

test('a question is searched for in the words of the chat model too, where the settings say so', async () => {
  const chat = await speaking('{"texts": ["unpivot wide columns to long rows"]}')
  const at = await open({ ...chat, CAIRN_WIDEN: 'hypothetical' })
  const [first] = await at.search(question, 3)
  expect(first?.title).toBe('frames.melt')
  const [call] = endpoint?.calls ?? []
  const messages = call?.body['messages'] as { role: string; content: string }[]
  expect(messages.at(-1)?.content).toContain(question.text)
})

test('nobody asks a chat model where widening is off, which is the default', async () => {
  const at = await open(await speaking('{"texts": ["unpivot"]}'))
  await at.recommend(question)
  expect(endpoint?.calls).toEqual([])
})

test.each(['no JSON at all', '{"texts": []}', '{"texts": [7]}'])(
  'a reply that is no wording (%j) costs the wordings, not the answer, and the answer says so',
  async (content) => {
    const at = await open({ ...(await speaking(content)), CAIRN_WIDEN: 'decompose' })
    const { items, remarks } = await at.recommend({ text: 'order numbers by size', libraries: [] })
    expect(items.length).toBeGreaterThan(0)
    expect(remarks.join('\n')).toContain('Not asked in other words')
  }
)

test('widening without a chat model says what is missing', async () => {
  const at = await open({ CAIRN_WIDEN: 'decompose' })
  const { remarks } = await at.recommend(question)
  expect(remarks.join('\n')).toContain('CAIRN_CHAT_MODEL')
})

/** A server that reranks by the given score of a text. */
async function reranking(score: (text: string) => number, status = 200): Promise<string> {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { documents } = JSON.parse(body) as { documents: string[] }
      const results = documents.map((text, index) => ({ index, relevance_score: score(text) }))
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ results: results.toReversed() }))
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a reranker moves up what it finds better', async () => {
  const url = await reranking((text) => (text.includes('Order numbers') ? 1 : 0))
  const asked = { text: 'read a table or order numbers', libraries: [] }
  const plain = await open({})
  const before = (await plain.search(asked, 3)).map(({ title }) => title)
  await plain.close()
  const at = await open({ CAIRN_RERANKER: 'endpoint:judge', CAIRN_RERANKER_URL: url })
  const after = (await at.search(asked, 3)).map(({ title }) => title)
  expect(after).not.toEqual(before)
  expect(after.indexOf('frames.rank')).toBeLessThan(before.indexOf('frames.rank'))
})

test('a reranker that fails leaves the order, and the answer says so', async () => {
  const url = await reranking(() => 0, 500)
  const at = await open({ CAIRN_RERANKER: 'endpoint:judge', CAIRN_RERANKER_URL: url })
  const { items, remarks } = await at.recommend({ text: 'order numbers by size', libraries: [] })
  expect(items[0]?.title).toContain('frames.rank')
  expect(remarks.join('\n')).toContain('endpoint:judge')
})

test.each([
  { CAIRN_RERANKER: 'judge' },
  { CAIRN_RERANKER: 'endpoint:judge' },
  { CAIRN_RERANKER: 'local:/nowhere' }
])('%j is refused by its name', async (settings) => {
  await emptyGraph()
  const opening = createCairn(testConfig(settings), { log: createLog('silent') })
  await expect(opening).rejects.toMatchObject({ code: 'NOT_CONFIGURED' })
})
