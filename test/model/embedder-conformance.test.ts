import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Embedder } from '../../src/model/embedder.js'
import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'
import { createLocalEmbedder } from '../../src/model/local-embedder.js'
import { createOpenaiEmbedder } from '../../src/model/openai-embedder.js'
import { startFakeEndpoint } from '../support/fake-endpoint.js'

const modelFolder = resolve('../shared/models/all-MiniLM-L6-v2')
const modelIsHere = existsSync(modelFolder)

interface Row {
  readonly name: string
  readonly open: () => Promise<{ embedder: Embedder; close: () => Promise<void> }>
}

const rows: Row[] = [
  {
    name: 'lexical',
    open: () => {
      const embedder = createLexicalEmbedder()
      return Promise.resolve({ embedder, close: () => embedder.close() })
    }
  },
  {
    name: 'openai over HTTP',
    open: async () => {
      const endpoint = await startFakeEndpoint({ maxInput: 9000 })
      const { url } = endpoint
      const embedder = await createOpenaiEmbedder({ url, key: null, model: 'fake', ask: 0 })
      return { embedder, close: () => endpoint.close() }
    }
  },
  {
    name: 'local model',
    open: async () => {
      const embedder = await createLocalEmbedder({ source: modelFolder, cache: '/nowhere' })
      return { embedder, close: () => embedder.close() }
    }
  }
]

const texts = [
  'Turn a column of lists into rows',
  'merge two frames on an index',
  'a much longer text about reading files: ' + 'read_csv parses dates and skips rows. '.repeat(20),
  'Turn a column of lists into rows'
]

const oddTexts: [string, string][] = [
  ['empty', ''],
  ['only white space', ' \n\t '],
  ['a hundred thousand characters', 'explode the column of lists '.repeat(3600)],
  ['one word of a hundred thousand characters', 'x'.repeat(100_000)],
  ['lone surrogates', 'cut \ud83d in \udc00 half'],
  ['control characters', 'bell \u0007, null \0, escape \u001b[31m, delete \u007f'],
  ['emoji', '🚀🔥 👩‍👩‍👧'],
  ['other scripts', 'データフレームの列 столбец العمود स्तंभ'],
  ['only punctuation', '?!... --- ***']
]

test(
  modelIsHere
    ? 'the local model lies in ../shared, so it is held to the contract below'
    : 'the local model is NOT in ../shared, so only lexical and openai are held to the contract',
  () => {
    expect(existsSync(modelFolder)).toBe(modelIsHere)
    expect(rows).toHaveLength(3)
  }
)

const registered = rows.filter(({ name }) => name !== 'local model' || modelIsHere)

describe.each(registered)('$name', (row) => {
  let embedder: Embedder
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ embedder, close } = await row.open())
  })

  afterAll(async () => {
    await close()
  })

  test('a text has the same vector alone and among others, in order', async () => {
    const together = await embedder.embed(texts)
    expect(together).toHaveLength(texts.length)
    for (const [i, text] of texts.entries()) {
      const [alone] = await embedder.embed([text])
      expect(Array.from(together[i] ?? [])).toEqual(Array.from(alone ?? []))
    }
    expect(Array.from(together[3] ?? [])).toEqual(Array.from(together[0] ?? []))
    expect(Array.from(together[1] ?? [])).not.toEqual(Array.from(together[0] ?? []))
  })

  test('callers at the same time get their own vectors', async () => {
    const one = await embedder.embed(texts)
    const many = await Promise.all(texts.map((text) => embedder.embed([text, 'beside it'])))
    expect(many.map(([vector]) => Array.from(vector ?? []))).toEqual(
      one.map((vector) => Array.from(vector))
    )
  })

  test.each(oddTexts)('a text that is %s has a unit vector', async (_, text) => {
    const [alone, ...rest] = await embedder.embed([text])
    const [, among] = await embedder.embed(['before', text, 'after'])
    expect(rest).toEqual([])
    expect(alone).toHaveLength(embedder.dimensions)
    expect(lengthOf(alone)).toBeCloseTo(1, 5)
    expect(Array.from(alone ?? [])).toEqual(Array.from(among ?? []))
  })

  test('texts that speak of the same thing lie closer than others', async () => {
    const [question, near, far] = await embedder.embed([
      'how do I turn a column of lists into rows',
      'turn each item of a list in a column into a row',
      'the licence of the fonts in the settings dialog'
    ])
    expect(cosine(question, near)).toBeGreaterThan(cosine(question, far) + 0.2)
  })

  test('no texts give no vectors', async () => {
    expect(await embedder.embed([])).toEqual([])
  })

  test('a caller that gave up is told so, and the next one is served', async () => {
    const signal = AbortSignal.abort()
    await expect(embedder.embed(['too late'], { signal })).rejects.toMatchObject({
      code: 'CANCELLED'
    })
    const giveUp = new AbortController()
    const long = embedder.embed(Array<string>(2000).fill(texts[2] ?? ''), {
      signal: giveUp.signal
    })
    setTimeout(() => {
      giveUp.abort()
    }, 20)
    await expect(long).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await embedder.embed(['in time'])).toHaveLength(1)
  })

  test('its id names neither a path nor an address', () => {
    expect(embedder.id).toMatch(/^(?:local|openai|lexical):[\w.-]+$/)
  })
})

const manyTexts = Array<string>(60).fill('parse the dates of a column. '.repeat(280))

test('lexical lets other work have its turn between texts', async () => {
  let turns = 0
  const heartbeat = setInterval(() => {
    turns += 1
  }, 1)
  const started = performance.now()
  await createLexicalEmbedder().embed(Array(10).fill(manyTexts).flat() as string[])
  clearInterval(heartbeat)
  expect(turns).toBeGreaterThan((performance.now() - started) / 100)
})

if (modelIsHere) {
  test('the local model works beside the event loop, not on it', async () => {
    const embedder = await createLocalEmbedder({ source: modelFolder, cache: '/nowhere' })
    let turns = 0
    let working = true
    const turn = () => {
      turns += 1
      if (working) setImmediate(turn)
    }
    turn()
    await embedder.embed(manyTexts)
    working = false
    expect(turns / manyTexts.length).toBeGreaterThan(20)
    await embedder.close()
  })

  test.each([
    ['in the middle of a text', 600],
    ['while the model loads', 120]
  ])('a process that exits %s ends cleanly', async (_, afterMs) => {
    const built = new URL('../../src/model/local-embedder.js', import.meta.url)
    const options = JSON.stringify({ source: modelFolder, cache: '/nowhere' })
    const script = `
        const { createLocalEmbedder } = await import(${JSON.stringify(built.href)})
        const embedder = await createLocalEmbedder(${options})
        embedder.embed(Array(500).fill('parse the dates of a column '.repeat(60)))
        setTimeout(() => process.exit(0), ${afterMs})`
    const run = promisify(execFile)
    const { stderr } = await run(process.execPath, ['--input-type=module', '-e', script])
    expect(stderr).toBe('')
  })
}

function lengthOf(vector: Float32Array | undefined): number {
  return Math.sqrt(cosine(vector, vector))
}

/** Of unit vectors. */
function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return (a ?? new Float32Array()).reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0)
}
