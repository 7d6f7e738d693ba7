import { get as httpGet } from 'node:http'
import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import { removeFolders, temporaryFolder, testConfig } from '../support/build-cairn.js'

let server: RunningServer

beforeAll(async () => {
  const config = testConfig({ CAIRN_HOME: temporaryFolder(), CAIRN_PORT: '0' })
  server = await startServer(config, { log: createLog('silent') })
})

afterAll(async () => {
  await server.close()
  removeFolders()
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.url}${path}`, { method, headers: { accept: 'text/html', ...headers } })

/** The main script, as the first page names it. */
async function mainScript(): Promise<string> {
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await (await get('/')).text())?.[1]
  if (script === undefined) throw new Error('the first page names no script')
  return script
}

/** Fetch would unpack what came. */
function bytesOnTheWire(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    httpGet(`${server.url}${path}`, { headers: { 'accept-encoding': 'br' } }, (response) => {
      let size = 0
      response.on('data', (chunk: Buffer) => (size += chunk.length))
      response.on('end', () => {
        resolve(size)
      })
    }).on('error', reject)
  })
}

test.each(['br', 'gzip'])('the pages come compressed to who takes %s', async (encoding) => {
  const path = await mainScript()
  const plain = await get(path, { 'accept-encoding': 'identity' })
  const packed = await get(path, { 'accept-encoding': encoding })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(packed.headers.get('content-encoding')).toBe(encoding)
  expect(packed.headers.get('cache-control')).toContain('immutable')
  expect(packed.headers.get('vary')?.toLowerCase()).toContain('accept-encoding')
  expect(await packed.text()).toBe(await plain.text())
})

test('what the first page needs is small: its main script at most 75 KB on the wire, all of it at most 180 KB', async () => {
  const page = await (await get('/')).text()
  const assets = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(
    ([, path]) => path ?? ''
  )
  const sizes = await Promise.all(
    assets.map(async (path) => [path, await bytesOnTheWire(path)] as const)
  )
  expect(new Map(sizes).get(await mainScript())).toBeLessThanOrEqual(75_000)
  expect(sizes.reduce((sum, [, size]) => sum + size, 0)).toBeLessThanOrEqual(180_000)
})

test('answers of the other doors are not compressed: what they say may be secret', async () => {
  const answer = await get('/health', { 'accept-encoding': 'br, gzip', accept: '*/*' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-encoding')).toBeNull()
})

test.each(['/', '/review', '/no-such-page'])(
  'HEAD %s is answered like GET, without a body',
  async (path) => {
    const [head, whole] = [await get(path, {}, 'HEAD'), await get(path)]
    expect([head.status, head.headers.get('content-type')]).toEqual([
      whole.status,
      whole.headers.get('content-type')
    ])
    expect(await head.text()).toBe('')
  }
)
