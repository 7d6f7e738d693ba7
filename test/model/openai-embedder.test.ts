import {
  createOpenaiEmbedder,
  type OpenaiEmbedderOptions
} from '../../src/model/openai-embedder.js'
import { startFakeEndpoint, type FakeEndpoint, type Fault } from '../support/fake-endpoint.js'

const key = 'sk-very-secret-0123456789'
const quick = { firstWaitMs: 1, timeoutMs: 10_000, longestWaitMs: 2000 }
const impatient = { ...quick, timeoutMs: 500 }

let endpoint: FakeEndpoint

beforeEach(async () => {
  endpoint = await startFakeEndpoint({ dimensions: 32, key, maxInput: 5000 })
})

afterEach(async () => {
  await endpoint.close()
})

function open(options: Partial<OpenaiEmbedderOptions> = {}) {
  const { url } = endpoint
  return createOpenaiEmbedder({ url, key, model: 'fake-model', ask: 0, retry: quick, ...options })
}

test('its dimensions are learnt from the endpoint', async () => {
  expect(await open()).toMatchObject({ id: 'openai:fake-model', dimensions: 32 })
  expect(endpoint.calls).toHaveLength(1)
})

test('dimensions that were asked for are asked of every request', async () => {
  const embedder = await open({ ask: 16 })
  const [vector] = await embedder.embed(['explode'])
  expect(vector).toHaveLength(16)
  expect(endpoint.calls.map(({ body }) => body['dimensions'])).toEqual([16, 16])
})

test('where the graph remembers the dimensions a start asks nothing of the endpoint', async () => {
  const embedder = await open({ known: 32 })
  expect(endpoint.calls).toEqual([])
  expect((await embedder.embed(['explode']))[0]).toHaveLength(32)
})

test('many texts go out in batches of 128, large ones in batches of 100,000 characters', async () => {
  const embedder = await open({ known: 32 })
  await embedder.embed(Array.from({ length: 300 }, (_, i) => `text ${i}`))
  await embedder.embed(Array<string>(50).fill('y'.repeat(4500)))
  const sizes = endpoint.calls.map(({ body }) => (body['input'] as string[]).length)
  expect(sizes).toEqual([128, 128, 44, 22, 22, 6])
})

test('a text that is too long for the model is read from its start, and its neighbours are whole', async () => {
  const embedder = await open({ known: 32 })
  const long = 'merge frames '.repeat(1000)
  const [first, second] = await embedder.embed(['explode', long])
  const [alone] = await embedder.embed(['explode'])
  expect(Array.from(first ?? [])).toEqual(Array.from(alone ?? []))
  expect(second).toHaveLength(32)
})

test('what endpoints refuse in a text is not sent: emptiness, NUL, half characters', async () => {
  const embedder = await open({ known: 32 })
  await embedder.embed(['', 'nu\0l', 'half \ud83d'])
  expect(endpoint.calls[0]?.body['input']).toEqual(['-', 'nu l', 'half \ufffd'])
})

test('an endpoint without a key is asked without one', async () => {
  const local = await startFakeEndpoint()
  const embedder = await open({ url: local.url, key: null })
  await embedder.embed(['explode'])
  expect(local.calls[0]?.authorization).toBe('Bearer none')
  await local.close()
})

const passing: [string, Fault][] = [
  ['asks to wait a moment', { kind: 'status', status: 429, retryAfter: '0' }],
  ['fails with 500', { kind: 'status', status: 500 }],
  ['is overloaded (503)', { kind: 'status', status: 503 }],
  ['hangs', { kind: 'hang' }],
  ['hangs in the middle of its reply', { kind: 'hang-in-body' }],
  ['cuts its reply off', { kind: 'cut' }],
  ['sends something that is not JSON', { kind: 'not-json' }]
]

test.each(passing)('an endpoint that once %s is asked again', async (_, fault) => {
  const embedder = await open({ known: 32, retry: impatient })
  endpoint.fail(fault, fault)
  expect(await embedder.embed(['explode'])).toHaveLength(1)
  expect(endpoint.calls).toHaveLength(3)
})

test.each(passing)(
  'an endpoint that always %s is unavailable after four tries',
  async (_, fault) => {
    const embedder = await open({ known: 32, retry: impatient })
    endpoint.fail(fault, fault, fault, fault, fault)
    await expect(embedder.embed(['explode'])).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' })
    expect(endpoint.calls).toHaveLength(4)
  }
)

test('Retry-After is honoured', async () => {
  const embedder = await open({ known: 32 })
  endpoint.fail({ kind: 'status', status: 429, retryAfter: '1' })
  const started = performance.now()
  await embedder.embed(['explode'])
  expect(performance.now() - started).toBeGreaterThan(950)
})

test('an endpoint that asks to wait for an hour is unavailable now', async () => {
  const embedder = await open({ known: 32 })
  endpoint.fail({ kind: 'status', status: 429, retryAfter: '3600' })
  await expect(embedder.embed(['explode'])).rejects.toThrow('status 429')
  expect(endpoint.calls).toHaveLength(1)
})

test('a wait for the next try ends when the caller gives up', async () => {
  const embedder = await open({ known: 32, retry: { firstWaitMs: 60_000 } })
  endpoint.fail({ kind: 'status', status: 500 })
  const started = performance.now()
  const embedded = embedder.embed(['explode'], { signal: AbortSignal.timeout(100) })
  await expect(embedded).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(performance.now() - started).toBeLessThan(5000)
})

const oneVector = (embedding: unknown): Fault => ({
  kind: 'reply',
  body: { data: [{ index: 0, embedding }] }
})

const lasting: [string, Fault, string, string][] = [
  ['refuses the key', { kind: 'status', status: 401 }, 'NOT_CONFIGURED', 'OPENAI_API_KEY'],
  ['forbids the model', { kind: 'status', status: 403 }, 'NOT_CONFIGURED', 'OPENAI_API_KEY'],
  ['does not know the model', { kind: 'status', status: 404 }, 'NOT_CONFIGURED', "'fake-model'"],
  ['refuses the request', { kind: 'status', status: 400 }, 'MODEL_UNAVAILABLE', 'status 400'],
  ['sends null', { kind: 'reply', body: null }, 'MODEL_UNAVAILABLE', 'no vectors for 1'],
  ['sends no data', { kind: 'reply', body: {} }, 'MODEL_UNAVAILABLE', 'no vectors for 1'],
  ['sends too few', { kind: 'reply', body: { data: [] } }, 'MODEL_UNAVAILABLE', '0 vectors for 1'],
  ['sends words', oneVector('long'), 'MODEL_UNAVAILABLE', 'no vector'],
  [
    'sends holes',
    oneVector(Array(32).fill(null)),
    'MODEL_UNAVAILABLE',
    'other things than numbers'
  ],
  ['overflows', oneVector(Array(32).fill(1e300)), 'MODEL_UNAVAILABLE', 'other things than numbers'],
  ['changes its dimensions', oneVector([1, 2]), 'NOT_CONFIGURED', 'gives 2 dimensions; expected 32']
]

test.each(lasting)('an endpoint that %s is not asked again', async (...[, fault, code, words]) => {
  const embedder = await open({ known: 32 })
  endpoint.fail(fault)
  const embedded = embedder.embed(['explode'])
  await expect(embedded).rejects.toMatchObject({ code })
  await expect(embedded).rejects.toThrow(words)
  expect(endpoint.calls).toHaveLength(1)
})

test('vectors that come in another order are put back by their index', async () => {
  const embedder = await open({ known: 32 })
  const texts = ['explode', 'merge', 'pivot']
  const inOrder = await embedder.embed(texts)
  endpoint.fail({
    kind: 'change',
    change: (body) => ({ data: (body as { data: unknown[] }).data.toReversed() })
  })
  const shuffled = await embedder.embed(texts)
  expect(shuffled.map((v) => Array.from(v))).toEqual(inOrder.map((v) => Array.from(v)))
})

test('vectors with the same index twice are refused', async () => {
  const embedder = await open({ known: 32 })
  const item = { index: 0, embedding: Array(32).fill(1) }
  endpoint.fail({ kind: 'reply', body: { data: [item, item] } })
  await expect(embedder.embed(['explode', 'merge'])).rejects.toThrow('told apart')
})

test('a model that cannot give the dimensions that were asked for is a wrong setting', async () => {
  endpoint.fail({ kind: 'status', status: 400, param: 'dimensions' })
  await expect(open({ ask: 7 })).rejects.toMatchObject({ code: 'NOT_CONFIGURED' })
  endpoint.fail(oneVector(Array(32).fill(1)))
  await expect(open({ ask: 7 })).rejects.toThrow('gives 32 dimensions; expected 7')
})

test.each(['ftp://host/v1', 'somewhere', 'https://user:hidden@host/v1'])(
  'the address %s is refused, and a password in it is not repeated',
  async (url) => {
    const opened = open({ url })
    await expect(opened).rejects.toMatchObject({ code: 'NOT_CONFIGURED' })
    await expect(opened).rejects.not.toThrow('hidden')
  }
)

test('an address where nothing listens is unavailable', async () => {
  const opened = open({ url: 'http://127.0.0.1:9/v1' })
  await expect(opened).rejects.toThrow('the connection failed')
  await expect(opened).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' })
})

test.each([400, 401, 403, 404, 429, 500])(
  'neither the key nor words of the provider are in what is thrown on status %i',
  async (status) => {
    const embedder = await open({ known: 32, retry: { ...quick, attempts: 1 } })
    endpoint.fail({ kind: 'status', status, text: `Incorrect key provided: ${key}` })
    const error = await embedder.embed(['explode']).then(
      () => null,
      (thrown: unknown) => thrown
    )
    expect(everythingIn(error)).toContain(endpoint.host)
    expect(everythingIn(error)).not.toContain(key)
    expect(everythingIn(error)).not.toContain('Incorrect key')
  }
)

/** All text of an error: message, stack, details and what caused it. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { stack, message, cause, ...rest } = error
  return [message, stack, JSON.stringify(rest), cause ? everythingIn(cause) : ''].join('\n')
}
