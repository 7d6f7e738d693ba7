import { CairnError } from '../errors.js'
import { callEndpoint } from './call-endpoint.js'
import type { Embedder } from './embedder.js'
import { createEndpoint, type Endpoint, type EndpointOptions } from './endpoint.js'
import { modelUnavailable, RefusedRequest, requestRefused } from './endpoint-failure.js'
import { readableText } from './readable-text.js'
import { unitVector } from './unit-vector.js'

export interface OpenaiEmbedderOptions extends EndpointOptions {
  /** Dimensions to ask of the model; 0: its own. */
  readonly ask: number
  /** Dimensions the graph remembers: with them nothing is asked of the endpoint at the start. */
  readonly known?: number
}

/** About 8000 tokens of code or prose, as much as the usual models read. */
const maxLength = 24_000

const maxBatchTexts = 128
const maxBatchLength = 100_000

/** A text this short that is refused is refused for another reason than its length. */
const shortestCut = 256

/** Empty texts are refused by most endpoints. */
const nothing = '-'

/**
 * An embedding model behind an OpenAI-compatible endpoint.
 * @throws CairnError NOT_CONFIGURED, MODEL_UNAVAILABLE
 */
export async function createOpenaiEmbedder(options: OpenaiEmbedderOptions): Promise<Embedder> {
  const endpoint = createEndpoint(options)
  const { ask } = options
  const dimensions = options.known ?? (await probe(endpoint, ask))
  const embed = async (texts: readonly string[], signal?: AbortSignal) => {
    const vectors: Float32Array[] = []
    for (const batch of batches(texts)) {
      const asked = { texts: batch, ask, dimensions }
      vectors.push(...(await embedFitting(endpoint, asked, signal)))
    }
    return vectors
  }
  return {
    id: `openai:${options.model}`,
    dimensions,
    embed: (texts, { signal } = {}) => embed(texts, signal),
    close: () => Promise.resolve()
  }
}

interface Batch {
  readonly texts: readonly string[]
  readonly ask: number
  /** Expected of every vector; null before the model has said. */
  readonly dimensions: number | null
}

async function probe(endpoint: Endpoint, ask: number): Promise<number> {
  const asked = { texts: ['dimensions'], ask, dimensions: ask === 0 ? null : ask }
  try {
    const [vector] = await request(endpoint, asked)
    return vector?.length ?? 0
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error
    const { model, host } = endpoint
    const expected =
      ask === 0 ? 'an embedding model' : `one that gives ${ask} dimensions when asked`
    throw new CairnError(
      'NOT_CONFIGURED',
      `The model '${model}' at ${host} refuses to embed a word (status ${error.status}); expected ${expected}: see CAIRN_EMBEDDER and CAIRN_EMBEDDER_DIMENSIONS.`,
      { details: { field: 'CAIRN_EMBEDDER', value: `openai:${model}`, host, expected } }
    )
  }
}

function* batches(texts: readonly string[]): Generator<string[]> {
  let batch: string[] = []
  let length = 0
  for (const text of texts) {
    const readable = readableText(text, maxLength)
    const sent = readable.trim() === '' ? nothing : readable
    if (
      batch.length === maxBatchTexts ||
      (batch.length > 0 && length + sent.length > maxBatchLength)
    ) {
      yield batch
      batch = []
      length = 0
    }
    batch.push(sent)
    length += sent.length
  }
  if (batch.length > 0) yield batch
}

/**
 * Endpoints refuse texts longer than their model reads, and say so in many ways. A refused batch is
 * asked text by text, a refused text by its first half: what a text gives depends on it alone.
 */
async function embedFitting(
  endpoint: Endpoint,
  batch: Batch,
  signal: AbortSignal | undefined
): Promise<Float32Array[]> {
  try {
    return await request(endpoint, batch, signal)
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error
    const shorter = smaller(batch.texts)
    if (shorter.length === 0) throw requestRefused(endpoint, error)
    const vectors: Float32Array[] = []
    for (const text of shorter) {
      vectors.push(...(await embedFitting(endpoint, { ...batch, texts: [text] }, signal)))
    }
    return vectors
  }
}

function smaller(texts: readonly string[]): readonly string[] {
  const [text] = texts
  if (texts.length !== 1 || text === undefined) return texts
  return text.length <= shortestCut ? [] : [readableText(text, Math.floor(text.length / 2))]
}

async function request(
  endpoint: Endpoint,
  { texts, ask, dimensions }: Batch,
  signal?: AbortSignal
): Promise<Float32Array[]> {
  const reply: unknown = await callEndpoint(
    endpoint,
    (options) =>
      endpoint.client.embeddings.create(
        {
          model: endpoint.model,
          input: [...texts],
          // The SDK would ask for base64, which not every compatible endpoint knows.
          encoding_format: 'float',
          ...(ask === 0 ? {} : { dimensions: ask })
        },
        options
      ),
    signal
  )
  return readVectors(endpoint, reply, { count: texts.length, dimensions })
}

function readVectors(
  endpoint: Endpoint,
  reply: unknown,
  expected: { count: number; dimensions: number | null }
): Float32Array[] {
  const data = (reply as { data?: unknown } | null)?.data
  if (!Array.isArray(data) || data.length !== expected.count) {
    const met = Array.isArray(data) ? data.length : 'no'
    throw modelUnavailable(endpoint, `it sent ${met} vectors for ${expected.count} texts`)
  }
  const vectors: Float32Array[] = []
  data.forEach((item: unknown, position) => {
    const { index, embedding } = (item ?? {}) as { index?: unknown; embedding?: unknown }
    const at = index === undefined ? position : index
    if (!isPlace(at, expected.count) || vectors[at] !== undefined) {
      throw modelUnavailable(endpoint, 'it sent vectors that cannot be told apart by their index')
    }
    vectors[at] = readVector(endpoint, embedding, expected.dimensions ?? vectorLength(data))
  })
  return vectors
}

function isPlace(value: unknown, count: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < count
}

function vectorLength(data: unknown[]): number {
  const first = (data[0] as { embedding?: unknown } | null)?.embedding
  return Array.isArray(first) ? first.length : 0
}

function readVector(endpoint: Endpoint, embedding: unknown, dimensions: number): Float32Array {
  if (!Array.isArray(embedding) || embedding.length === 0) {
    throw modelUnavailable(endpoint, 'it sent something that is no vector')
  }
  if (embedding.length !== dimensions) {
    throw new CairnError(
      'NOT_CONFIGURED',
      `The model '${endpoint.model}' at ${endpoint.host} gives ${embedding.length} dimensions; expected ${dimensions}. Set CAIRN_EMBEDDER_DIMENSIONS to what it gives (0: its own) and run \`cairn reembed\`.`,
      {
        details: {
          field: 'CAIRN_EMBEDDER_DIMENSIONS',
          value: embedding.length,
          expected: dimensions
        }
      }
    )
  }
  const numbers = embedding.every((value) => typeof value === 'number')
  const vector = numbers ? unitVector(embedding) : null
  if (vector === null)
    throw modelUnavailable(endpoint, 'it sent a vector with other things than numbers')
  return vector
}
