import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createLocalEmbedder, localEmbedderId } from '../../src/model/local-embedder.js'

/** Nothing listens there. */
const noHub = 'http://127.0.0.1:9'

const modelFiles: Record<string, string> = {
  'config.json': '{"hidden_size": 12}',
  'tokenizer.json': '{}',
  'tokenizer_config.json': '{}',
  'onnx/model.onnx': 'not a graph'
}

let folder: string
const hubs: { close: () => Promise<void> }[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-model-'))
})

afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.close()))
  await rm(folder, { recursive: true, force: true })
})

async function writeModel(path: string, files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(path, name, '..'), { recursive: true })
    await writeFile(join(path, name), content)
  }
}

test.each([
  ['Xenova/all-MiniLM-L6-v2', 'local:all-MiniLM-L6-v2'],
  ['/models/all-MiniLM-L6-v2', 'local:all-MiniLM-L6-v2'],
  ['./models/all-MiniLM-L6-v2/', 'local:all-MiniLM-L6-v2']
])('%s is remembered as %s', (source, id) => {
  expect(localEmbedderId(source)).toBe(id)
})

test('a folder is opened without loading the model, by absolute or relative path', async () => {
  await writeModel(folder, modelFiles)
  for (const source of [folder, relative(process.cwd(), folder)]) {
    const embedder = await createLocalEmbedder({ source, cache: folder, hub: noHub })
    expect(embedder).toMatchObject({ id: localEmbedderId(folder), dimensions: 12 })
    await embedder.close()
  }
})

test.each(['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'])(
  'a folder without %s is refused by the name of the folder and of what is missing',
  async (file) => {
    const others = Object.entries(modelFiles).filter(([name]) => name !== file)
    await writeModel(folder, Object.fromEntries(others))
    const opened = createLocalEmbedder({ source: folder, cache: folder })
    await expect(opened).rejects.toMatchObject({ code: 'NOT_CONFIGURED' })
    await expect(opened).rejects.toThrow(folder)
    await expect(opened).rejects.toThrow(
      file.startsWith('onnx') ? 'onnx/model_quantized.onnx is missing' : `${file} is missing`
    )
  }
)

test.each([
  ['that does not exist', '/no/such/model', "'/no/such/model' is not a model folder"],
  ['that is a single word', 'minilm', "names the local model 'minilm'"],
  ['that climbs out of the cache', 'models/..', "names the local model 'models/..'"]
])('a source %s is refused', async (_, source, sentence) => {
  const opened = createLocalEmbedder({ source, cache: folder, hub: noHub })
  await expect(opened).rejects.toMatchObject({ code: 'NOT_CONFIGURED' })
  await expect(opened).rejects.toThrow(sentence)
})

test.each(['[]', '{"hidden_size": "many"}', '{"hidden_size": 1e9}', 'none'])(
  'a model whose config.json is %s is refused',
  async (config) => {
    await writeModel(folder, { ...modelFiles, 'config.json': config })
    const opened = createLocalEmbedder({ source: folder, cache: folder })
    await expect(opened).rejects.toMatchObject({ code: 'NOT_CONFIGURED' })
    await expect(opened).rejects.toThrow('config.json')
  }
)

test('a damaged model is named with its first text, and every time', async () => {
  await writeModel(folder, modelFiles)
  const embedder = await createLocalEmbedder({ source: folder, cache: folder })
  for (const text of ['first', 'second']) {
    const embedded = embedder.embed([text])
    await expect(embedded).rejects.toMatchObject({ code: 'NOT_CONFIGURED' })
    await expect(embedded).rejects.toThrow(folder)
  }
  await embedder.close()
  await expect(embedder.embed(['after the end'])).rejects.toMatchObject({ code: 'CANCELLED' })
})

test('without a network a model that was never downloaded is unavailable, and the way out is told', async () => {
  const started = performance.now()
  const opened = createLocalEmbedder({ source: 'some/model', cache: folder, hub: noHub })
  await expect(opened).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' })
  await expect(opened).rejects.toThrow('local:<folder with the model>, or to lexical')
  expect(performance.now() - started).toBeLessThan(3500)
})

test('a hub that accepts calls and never answers holds a start up for three seconds, not longer', async () => {
  const hub = await startHub(() => undefined)
  const started = performance.now()
  const opened = createLocalEmbedder({ source: 'some/model', cache: folder, hub: hub.url })
  await expect(opened).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' })
  expect(performance.now() - started).toBeLessThan(4500)
})

test('a model is downloaded once and then needs no network', async () => {
  const hub = await startHub((name) => modelFiles[name])
  const first = await createLocalEmbedder({ source: 'some/model', cache: folder, hub: hub.url })
  await hub.close()
  const again = await createLocalEmbedder({ source: 'some/model', cache: folder, hub: noHub })
  expect(again).toMatchObject({ id: 'local:model', dimensions: 12 })
  expect(first).toMatchObject({ id: 'local:model', dimensions: 12 })
  expect(await readdir(join(folder, 'models', 'some'))).toEqual(['model'])
})

test('a model that the hub does not have is a wrong setting', async () => {
  const hub = await startHub(() => null)
  const opened = createLocalEmbedder({ source: 'some/model', cache: folder, hub: hub.url })
  await expect(opened).rejects.toMatchObject({ code: 'NOT_CONFIGURED' })
  await expect(opened).rejects.toThrow("has no config.json for the model 'some/model'")
})

test('a download that breaks off leaves nothing behind that looks like a model', async () => {
  const hub = await startHub((name) => (name.startsWith('onnx') ? 'cut' : modelFiles[name]))
  const opened = createLocalEmbedder({ source: 'some/model', cache: folder, hub: hub.url })
  await expect(opened).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' })
  expect(await readdir(join(folder, 'models', 'some'))).toEqual([])
})

test('a cache folder that cannot be written is named by its setting', async () => {
  const hub = await startHub((name) => modelFiles[name])
  await writeFile(join(folder, 'models'), 'a file in the way')
  const opened = createLocalEmbedder({ source: 'some/model', cache: folder, hub: hub.url })
  await expect(opened).rejects.toMatchObject({ code: 'NOT_CONFIGURED' })
  await expect(opened).rejects.toThrow('CAIRN_CACHE')
})

/** A hub that has what `file` returns; null: it has nothing; undefined: it never answers; 'cut': it breaks off. */
async function startHub(file: (name: string) => string | null | undefined) {
  const server: Server = createServer((request, response) => {
    const name = (request.url ?? '').replace('/some/model/resolve/main/', '')
    const content = file(name)
    const isOptional = /^(?:onnx|1_Pooling|config_sentence)/.test(name)
    if (content === undefined && !isOptional) return
    if (content === 'cut') {
      response.writeHead(200, { 'content-length': '4000' })
      response.write('half', () => response.destroy())
    } else if (typeof content === 'string') response.end(content)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const hub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
  }
  hubs.push(hub)
  return hub
}
