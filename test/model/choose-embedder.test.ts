import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../../src/config.js'
import { chooseEmbedder, type RememberedEmbedder } from '../../src/model/choose-embedder.js'
import { startFakeEndpoint } from '../support/fake-endpoint.js'

const hub = 'http://127.0.0.1:9'
const miniLm = { id: 'local:all-MiniLM-L6-v2', dimensions: 384 }

let cache: string
let warnings: string[]

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'cairn-choose-'))
  warnings = []
})

afterEach(async () => {
  await rm(cache, { recursive: true, force: true })
})

function choose(env: Record<string, string>, remembered: RememberedEmbedder | null = null) {
  const write = (line: string) => {
    warnings.push((JSON.parse(line) as { msg: string }).msg)
  }
  const log = pino({ level: 'warn' }, { write })
  return chooseEmbedder({
    config: readConfig({ CAIRN_CACHE: cache, ...env }),
    remembered,
    log,
    hub,
    maven: hub
  })
}

async function placeModel(path: string, dimensions: number): Promise<void> {
  await mkdir(join(path, 'onnx'), { recursive: true })
  await writeFile(join(path, 'config.json'), JSON.stringify({ hidden_size: dimensions }))
  for (const file of ['tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx']) {
    await writeFile(join(path, file), '{}')
  }
}

test.each(['word2vec', 'local:', 'openai:', 'Lexical', 'lexical:384:2'])(
  "the setting '%s' is refused with what is expected",
  async (value) => {
    const chosen = choose({ CAIRN_EMBEDDER: value })
    await expect(chosen).rejects.toMatchObject({ code: 'NOT_CONFIGURED' })
    await expect(chosen).rejects.toThrow(
      `CAIRN_EMBEDDER is '${value}'; expected local:<hub id or folder>, openai:<model> or lexical.`
    )
  }
)

test('a first start without a network and a choice finds by words, and says so', async () => {
  expect(await choose({})).toMatchObject({ id: 'lexical:384' })
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain('by their words and not by their meaning')
  expect(warnings[0]).toContain('CAIRN_EMBEDDER')
  expect(warnings[0]).toContain('cairn reembed')
})

test('a first start with the model in the cache uses it', async () => {
  await placeModel(join(cache, 'models/Xenova/bge-small-en-v1.5'), 384)
  expect(await choose({})).toMatchObject({ id: 'local:bge-small-en-v1.5', dimensions: 384 })
  expect(warnings).toEqual([])
})

test('a graph whose vectors come from the former default goes on with that', async () => {
  await placeModel(join(cache, 'models/Xenova/all-MiniLM-L6-v2'), 384)
  expect(await choose({}, miniLm)).toMatchObject(miniLm)
  expect(warnings).toEqual([])
})

test('a model that was chosen is never replaced by words', async () => {
  const chosen = choose({ CAIRN_EMBEDDER: 'local:Xenova/all-MiniLM-L6-v2' })
  await expect(chosen).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' })
})

test('a graph whose vectors come from the model is never searched by words', async () => {
  await expect(choose({}, miniLm)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' })
  expect(warnings).toEqual([])
})

test('a graph that began without a network keeps finding by words when there is one', async () => {
  await placeModel(join(cache, 'models/Xenova/all-MiniLM-L6-v2'), 384)
  const remembered = { id: 'lexical:384', dimensions: 384 }
  expect(await choose({}, remembered)).toMatchObject(remembered)
  expect(warnings).toEqual([])
})

test('a graph that remembers another number of lexical dimensions keeps it', async () => {
  const remembered = { id: 'lexical:512', dimensions: 512 }
  expect(await choose({}, remembered)).toMatchObject(remembered)
  expect(await choose({ CAIRN_EMBEDDER: 'lexical' }, remembered)).toMatchObject(remembered)
})

test('the same model from a folder is the same embedder', async () => {
  const folder = join(cache, 'elsewhere/all-MiniLM-L6-v2')
  await placeModel(folder, 384)
  expect(await choose({ CAIRN_EMBEDDER: `local:${folder}` }, miniLm)).toMatchObject(miniLm)
})

test('another embedder than the remembered one is refused with both ways on', async () => {
  const chosen = choose({ CAIRN_EMBEDDER: 'lexical' }, miniLm)
  await expect(chosen).rejects.toMatchObject({ code: 'EMBEDDER_MISMATCH' })
  await expect(chosen).rejects.toThrow(
    "The vectors in the graph were made by 'local:all-MiniLM-L6-v2' with 384 dimensions, but " +
      "CAIRN_EMBEDDER asks for 'lexical:384'. To keep them, set CAIRN_EMBEDDER to local:<hub id " +
      'or folder of all-MiniLM-L6-v2>, or run `cairn reembed` to make all vectors anew with ' +
      "'lexical:384'."
  )
})

test('a remembered embedder that only its setting can find is asked for, not guessed', async () => {
  const chosen = choose({}, { id: 'openai:text-embedding-3-small', dimensions: 1536 })
  await expect(chosen).rejects.toMatchObject({ code: 'EMBEDDER_MISMATCH' })
  await expect(chosen).rejects.toThrow('set CAIRN_EMBEDDER to openai:text-embedding-3-small')
})

test('the remembered model with other dimensions is refused', async () => {
  const folder = join(cache, 'all-MiniLM-L6-v2')
  await placeModel(folder, 512)
  const chosen = choose({ CAIRN_EMBEDDER: `local:${folder}` }, miniLm)
  await expect(chosen).rejects.toMatchObject({ code: 'EMBEDDER_MISMATCH' })
})

test('an endpoint is asked for its dimensions once, and after that a start does not need it', async () => {
  const endpoint = await startFakeEndpoint({ dimensions: 48 })
  const env = { CAIRN_EMBEDDER: 'openai:fake', OPENAI_BASE_URL: endpoint.url }
  const remembered = { id: 'openai:fake', dimensions: 48 }
  expect(await choose(env)).toMatchObject(remembered)
  await endpoint.close()
  expect(await choose(env, remembered)).toMatchObject(remembered)
})

test('dimensions that differ from the remembered ones are refused before they do harm', async () => {
  const endpoint = await startFakeEndpoint()
  const env = {
    CAIRN_EMBEDDER: 'openai:fake',
    OPENAI_BASE_URL: endpoint.url,
    CAIRN_EMBEDDER_DIMENSIONS: '32'
  }
  const chosen = choose(env, { id: 'openai:fake', dimensions: 48 })
  await expect(chosen).rejects.toMatchObject({ code: 'EMBEDDER_MISMATCH' })
  await expect(chosen).rejects.toThrow('set CAIRN_EMBEDDER_DIMENSIONS to 48')
  await endpoint.close()
})
